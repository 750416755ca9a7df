import type { DraftedPlace } from '../names/draft-names.ts';
import type { Mentioned } from './mentions.ts';

/** The place of an event, and where its name begins. */
export interface SitedPlace {
  drafted: DraftedPlace;
  isNear: boolean;
  start: number;
}

/** Returns the place of an event: the first one after a preposition of place, the narrowest first. */
export function choosePlace(mentions: readonly Mentioned<DraftedPlace>[], text: string): SitedPlace | undefined {
  const located = mentions.flatMap(({ mention, drafted }) => {
    const before = text.slice(Math.max(0, mention.start - 40), mention.start);
    const found =
      /\b(in|near|at|outside|of|around|inside|on|north|south|east|west|over|from|to) (?:the )?(?:[a-z]+ (?:of|in) (?:the )?)?(?:[a-z-]+ )?$/i.exec(
        before,
      );
    const preposition = found?.[1]?.toLowerCase();
    return [
      {
        drafted,
        start: mention.start,
        isNear: preposition === 'near' || preposition === 'outside',
        isSited: preposition !== undefined && preposition !== 'from' && preposition !== 'to',
      },
    ];
  });
  const sited = located.filter(({ isSited }) => isSited);
  const chosen =
    sited.find(({ drafted }) => !drafted.isCountry) ??
    sited[0] ??
    located.find(({ drafted }) => !drafted.isCountry && located.length === 1);
  return chosen && { drafted: chosen.drafted, isNear: chosen.isNear, start: chosen.start };
}
