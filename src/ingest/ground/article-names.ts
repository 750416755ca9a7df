import type { ActorInput, Article, LocationInput, TargetInput } from '../../entities/article/article.ts';
import { otherPronouns } from './english/words.ts';
import { type NameSearch, refersToActor, refersToPlace } from './find-missing-name.ts';
import { type SpeechZone, speechZonesOf } from './find-wrong-speaker.ts';
import { affiliationsOf, containmentOf, placeNamesOf } from './name-relations.ts';
import { findNames, type Named, unitsOf } from './names.ts';
import type { Reading } from './reading.ts';

/** How to search a text for the names of its article's actors and places, and the verbs of speech in it. */
export interface ArticleNames {
  actors: NameSearch;
  places: NameSearch;
  targets: NameSearch;
  speech: readonly SpeechZone[];
  actorsById: ReadonlyMap<string, ActorInput>;
  placesById: ReadonlyMap<string, LocationInput>;
  /** The targets that have a name, as what `targets` searches for. */
  namedTargets: ReadonlyMap<TargetInput, Named>;
}

/** Finds the names of an article's actors and places in its text. */
export function readNames(reading: Reading): ArticleNames {
  const { article, words, beginnings } = reading;
  const { actors = [], locations = [] } = article;
  const units = unitsOf(words, beginnings);
  const namedTargets = namedTargetsOf(article);
  return {
    actors: {
      names: findNames(words, units, actors, 'actors'),
      areRelated: affiliationsOf(article),
      refers: refersToActor,
    },
    places: {
      names: placeNamesOf(article, findNames(words, units, locations, 'locations')),
      areRelated: containmentOf(article),
      refers: refersToPlace,
    },
    targets: {
      names: findNames(words, units, [...namedTargets.values()], 'locations'),
      areRelated: () => true,
      refers: refersToTarget(namedTargets),
    },
    speech: speechZonesOf(reading),
    actorsById: new Map(actors.map((actor) => [actor.id, actor])),
    placesById: new Map(locations.map((location) => [location.id, location])),
    namedTargets,
  };
}

function namedTargetsOf({ incidents = [] }: Article): Map<TargetInput, Named> {
  const targets = incidents.flatMap((incident) => incident.targets ?? []);
  return new Map(
    targets.flatMap((target, index) =>
      target.name === undefined ? [] : [[target, { id: `target-${index}`, name: target.name }] as const],
    ),
  );
}

/** Returns whether a word may refer to a target without its name: a pronoun, a word of its name, or its kind. */
function refersToTarget(namedTargets: ReadonlyMap<TargetInput, Named>): NameSearch['refers'] {
  const nouns = new Map(
    [...namedTargets].map(([{ kind, name = '' }, named]) => [
      named,
      new Set([...kind.split('_'), ...name.split(/\P{L}+/u)].map((word) => word.toLowerCase())),
    ]),
  );
  return (word, named) => otherPronouns.has(word) || nouns.get(named)?.has(word) === true;
}
