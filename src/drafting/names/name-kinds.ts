import type { ActorKind, LocationKind } from '../../generated/schema.ts';
import { kindByName } from '../../import/place-chain.ts';

const organizationKinds: readonly [RegExp, ActorKind][] = [
  [/\b(?:coalition|alliance)\b/, 'COALITION'],
  [/\b(?:police|gendarmerie)\b/, 'POLICE'],
  [
    /\b(?:militias?|militants|insurgents|rebels|mujahideen|mujahedeen|brigades|front|liberation|resistance|peshmerga|fighters|jihad)\b/,
    'ARMED_GROUP',
  ],
  [
    /\b(?:army|navy|forces?|guards?|corps|command|brigade|battalions?|regiment|squadron|wing|fleet|troops|infantry|artillery|marines|rangers|commandos|division|patrol)\b/,
    'MILITARY',
  ],
  [/\bparty\b/, 'POLITICAL_PARTY'],
  [/\b(?:times|post|news|press|television|tv|radio|journal|tribune|herald|newspaper|magazine|gazette)\b/, 'MEDIA'],
  [
    /\b(?:ministry|department|bureau|government|authority|administration|parliament|senate|cabinet|congress|court|tribunal|treasury|embassy|consulate|regime|agency|directorate|secretariat)\b/,
    'GOVERNMENT',
  ],
];

/** Returns the kind of an organization by the nouns of its name. */
export function kindOfOrganization(words: readonly string[]): ActorKind {
  const name = words.join(' ');
  return organizationKinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'ORGANIZATION';
}

const placeKinds: readonly [RegExp, LocationKind][] = [
  [/\b(?:province|governorate|region|oblast|state)s?$/i, 'ADMIN1'],
  [/\b(?:district|county|canton|prefecture|subdistrict)s?$/i, 'ADMIN2'],
  [/\b(?:mountains?|island|islands|desert|valley|peninsula|heights|plains?)$/i, 'REGION'],
  [/\b(?:river|lake|sea|gulf|bay|straits?|canal|ocean)\b/i, 'WATER'],
  [/\b(?:air ?base|airfield|base|barracks|fort)\b/i, 'MILITARY_BASE'],
  [/\b(?:dam|bridge|airport|highway|road|street|avenue|station|port|refinery)\b/i, 'INFRASTRUCTURE'],
  [
    /\b(?:mosque|hospital|church|cathedral|temple|shrine|hotel|stadium|arena|market|bazaar|mall|tower|building|palace|castle|prison|museum|theat(?:re|er)|square|park|plaza|monastery)\b/i,
    'LANDMARK',
  ],
];

/** Returns the kind of a place by the nouns of its name; undefined if they tell none. */
export function placeKind(name: string): LocationKind | undefined {
  return placeKinds.find(([pattern]) => pattern.test(name))?.[1] ?? kindByName(name);
}
