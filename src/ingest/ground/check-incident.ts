import type { EvidenceInput, IncidentInput, QuantityInput } from '../../entities/article/article.ts';
import type { ArticleNames } from './article-names.ts';
import { incidentParts, listed } from './facts.ts';
import { findMissingName } from './find-missing-name.ts';
import { findWrongDate } from './find-wrong-date.ts';
import { findWrongMeaning } from './find-wrong-meaning.ts';
import { type Counted, findWrongNumber } from './find-wrong-number.ts';
import { type Meaning, type Passage, passageOf, type Reading } from './reading.ts';
import { type Warning, type WarningCode, warn } from './warning.ts';

/** The words that support a fact. `isOwn` is false if they are the evidence of the fact's incident, not its own. */
interface Ground {
  passage: Passage;
  isOwn: boolean;
}

/**
 * Warns of facts of an incident and its parts that their evidence does not support. A part without evidence is compared
 * with the evidence of the incident.
 */
export function checkIncident(
  reading: Reading,
  { actors, places, targets, actorsById, placesById, namedTargets }: ArticleNames,
  incident: { pointer: string; value: IncidentInput },
): Warning[] {
  const { pointer, value } = incident;
  const { evidence = [], date, location, methods } = value;
  const whole = { passage: passageOf(reading, evidence), isOwn: true };
  return [
    ...(date ? warn(`${pointer}/date`, 'DATE_NOT_IN_QUOTE', findWrongDate(reading, whole.passage, date)) : []),
    ...checkPlace(`${pointer}/location`, location, whole),
    ...[...listed(`${pointer}/places`, value.places)].flatMap((place) =>
      checkPlace(`${place.pointer}/location`, place.value.location, groundOf(place.value.evidence)),
    ),
    ...[...listed(`${pointer}/targets`, value.targets)].flatMap((target) => {
      const ground = groundOf(target.value.evidence);
      const named = namedTargets.get(target.value);
      return [
        ...(named
          ? warn(
              `${target.pointer}/name`,
              'NAME_NOT_NEAR',
              findMissingName(reading, ground.passage, named, targets, false),
            )
          : []),
        ...checkPlace(`${target.pointer}/location`, target.value.location, { ...ground, isOwn: false }),
        ...checkCount(`${target.pointer}/count`, target.value.count, ground, 'things'),
      ];
    }),
    ...checkCount(`${pointer}/count`, value.count, whole, 'things'),
    ...checkMethods(),
    ...[...listed(`${pointer}/weapons`, value.weapons)].flatMap((weapon) => {
      const { method, count } = weapon.value;
      const ground = groundOf(weapon.value.evidence);
      return [
        ...checkMeaning(`${weapon.pointer}/method`, 'METHOD_NOT_IN_QUOTE', method, reading.methods, ground),
        ...checkCount(`${weapon.pointer}/count`, count, ground, 'things'),
      ];
    }),
    ...[...listed(`${pointer}/participants`, value.participants)].flatMap((participant) =>
      checkActor(`${participant.pointer}/actor`, participant.value.actor, groundOf(participant.value.evidence)),
    ),
    ...[...listed(`${pointer}/casualties`, value.casualties)].flatMap((casualty) => {
      const { kind, count, actor } = casualty.value;
      const ground = groundOf(casualty.value.evidence);
      return [
        ...checkMeaning(`${casualty.pointer}/kind`, 'KIND_NOT_IN_QUOTE', kind, reading.casualties, ground),
        ...checkCount(`${casualty.pointer}/count`, count, ground, 'people'),
        ...checkActor(`${casualty.pointer}/actor`, actor, { ...ground, isOwn: false }),
      ];
    }),
  ];

  function groundOf(own: readonly EvidenceInput[] = []): Ground {
    return own.length > 0 ? { passage: passageOf(reading, own), isOwn: true } : { ...whole, isOwn: false };
  }

  /**
   * Compares the methods with the evidence of the incident and of all its parts, because methods have no evidence of
   * their own.
   */
  function checkMethods(): Warning[] {
    if (!methods) return [];
    const all = [...incidentParts(incident)].flatMap((part) => part.value.evidence ?? []);
    const ground = { passage: passageOf(reading, [...evidence, ...all]), isOwn: false };
    return [...listed(`${pointer}/methods`, methods)].flatMap((each) =>
      checkMeaning(each.pointer, 'METHOD_NOT_IN_QUOTE', each.value, reading.methods, ground),
    );
  }

  function checkMeaning<T extends string>(
    at: string,
    code: WarningCode,
    meaning: T,
    mentions: readonly Meaning<T>[],
    { passage, isOwn }: Ground,
  ): Warning[] {
    return warn(at, code, findWrongMeaning(reading, passage, meaning, mentions, isOwn));
  }

  function checkCount(at: string, count: QuantityInput | undefined, { passage }: Ground, counted: Counted): Warning[] {
    return count ? warn(at, 'NUMBER_NOT_IN_QUOTE', findWrongNumber(reading, passage, count, counted)) : [];
  }

  function checkPlace(at: string, id: string | undefined, { passage, isOwn }: Ground): Warning[] {
    const place = id === undefined ? undefined : placesById.get(id);
    return place ? warn(at, 'NAME_NOT_NEAR', findMissingName(reading, passage, place, places, isOwn)) : [];
  }

  function checkActor(at: string, id: string | undefined, { passage, isOwn }: Ground): Warning[] {
    const actor = id === undefined ? undefined : actorsById.get(id);
    return actor ? warn(at, 'NAME_NOT_NEAR', findMissingName(reading, passage, actor, actors, isOwn)) : [];
  }
}
