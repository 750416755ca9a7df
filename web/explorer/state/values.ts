import { IncidentSubtype, IncidentType, Method, Outcome, ParticipantRole, TargetKind } from '../generated/graphql.ts';
import type { Box, Side } from './explorer-state.ts';

export const isIncidentType = oneOf(IncidentType);
export const isIncidentSubtype = oneOf(IncidentSubtype);
export const isParticipantRole = oneOf(ParticipantRole);
export const isMethod = oneOf(Method);
export const isTargetKind = oneOf(TargetKind);
export const isOutcome = oneOf(Outcome);
export const isSide = oneOf<Side>({ claimed: 'claimed', attributed: 'attributed', denied: 'denied' });

export const isCountryCode = (text: string): text is string => /^[A-Z]{2}$/.test(text);

/** The number of characters that a search may have. */
export const maxWordsLength = 1000;

export const isPublisher = (text: string): text is string =>
  text.trim().length > 0 && text.length <= 500 && text === wellFormed(text);

export const isSlug = (text: string): text is string => /^[a-z0-9-]{1,120}$/.test(text);

/** Whether a text is a day of the calendar, such as 2024-02-29. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The text with U+FFFD in place of half surrogate pairs, which an address cannot hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

export function isBox({ west, south, east, north }: Box): boolean {
  const areLongitudes = [west, east].every((degrees) => Math.abs(degrees) <= 180);
  const areLatitudes = [south, north].every((degrees) => Math.abs(degrees) <= 90);
  return areLongitudes && areLatitudes && south < north && west !== east;
}

function oneOf<T extends string>(values: Record<string, T>): (text: string) => text is T {
  const known = new Set<string>(Object.values(values));
  return (text): text is T => known.has(text);
}
