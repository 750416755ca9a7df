import type { ActorInput, LocationInput } from '../../entities/article/article.ts';
import { type NameSearch, refersToActor, refersToPlace } from './find-missing-name.ts';
import { type SpeechZone, speechZonesOf } from './find-wrong-speaker.ts';
import { affiliationsOf, containmentOf, placeNamesOf } from './name-relations.ts';
import { findNames, unitsOf } from './names.ts';
import type { Reading } from './reading.ts';

/** How to search a text for the names of its article's actors and places, and the verbs of speech in it. */
export interface ArticleNames {
  actors: NameSearch;
  places: NameSearch;
  speech: readonly SpeechZone[];
  actorsById: ReadonlyMap<string, ActorInput>;
  placesById: ReadonlyMap<string, LocationInput>;
}

/** Finds the names of an article's actors and places in its text. */
export function readNames(reading: Reading): ArticleNames {
  const { article, words, beginnings } = reading;
  const { actors = [], locations = [] } = article;
  const units = unitsOf(words, beginnings);
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
    speech: speechZonesOf(reading),
    actorsById: new Map(actors.map((actor) => [actor.id, actor])),
    placesById: new Map(locations.map((location) => [location.id, location])),
  };
}
