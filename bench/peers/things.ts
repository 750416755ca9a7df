import type { ActorInput, LocationInput } from '../../src/entities/article/article.ts';
import type { ActorKind } from '../../src/generated/schema.ts';

const kinds: readonly ActorKind[] = ['ARMED_GROUP', 'MILITARY', 'GOVERNMENT', 'PERSON', 'ORGANIZATION', 'POLICE'];
const sides = ['Northern', 'Southern', 'Eastern', 'Western', 'Central', 'Coastal', 'Mountain', 'River'];
const countries = [
  { id: 'iraq', name: 'Iraq', country: 'IQ', latitude: 33, longitude: 43 },
  { id: 'syria', name: 'Syria', country: 'SY', latitude: 35, longitude: 38 },
  { id: 'yemen', name: 'Yemen', country: 'YE', latitude: 15, longitude: 47 },
  { id: 'libya', name: 'Libya', country: 'LY', latitude: 27, longitude: 17 },
] as const;
const provinces = 8;

/** Returns the actor with a number. */
export function actorOf(number: number): ActorInput {
  const kind = kinds[number % kinds.length] as ActorKind;
  const name = `${sides[number % sides.length]} ${kind.toLowerCase().replaceAll('_', ' ')} ${number}`;
  return {
    id: `actor-${number}`,
    name,
    ...(number % 3 === 0 && { aliases: [`The ${number} of the ${sides[(number + 3) % sides.length]}`] }),
    kind,
    country: countryOf(number).country,
  };
}

/** Returns the settlement with a number, its province and its country. */
export function placesOf(number: number): [settlement: LocationInput, province: LocationInput, country: LocationInput] {
  const { latitude, longitude, ...country } = countryOf(number);
  const province = Math.floor(number / countries.length) % provinces;
  const around: LocationInput = {
    id: `${country.id}-province-${province}`,
    name: `Province ${province} of ${country.name}`,
    kind: 'ADMIN1',
    country: country.country,
    partOf: country.id,
  };
  const settlement: LocationInput = {
    id: `place-${number}`,
    name: `${sides[number % sides.length]} Town ${number}`,
    kind: 'SETTLEMENT',
    country: country.country,
    point: { latitude: latitude + (number % 17) / 20, longitude: longitude + (number % 13) / 20 },
    partOf: around.id,
  };
  return [settlement, around, { ...country, kind: 'COUNTRY' }];
}

function countryOf(number: number) {
  return countries[number % countries.length] as (typeof countries)[number];
}
