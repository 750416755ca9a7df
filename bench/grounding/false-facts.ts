import type {
  ActorInput,
  Article,
  DateInput,
  IncidentInput,
  LocationInput,
  QuantityInput,
} from '../../src/entities/article/article.ts';
import type { Method } from '../../src/generated/schema.ts';
import type { Random } from '../random.ts';

export const factKinds = ['number', 'date', 'place', 'participant', 'weapon', 'speaker', 'quote'] as const;
export type FactKind = (typeof factKinds)[number];

/** A fact of an article, and how to make an article in which it alone is false. */
export interface Fact {
  kind: FactKind;
  /** Warnings of the fact have this pointer, or one below it. */
  pointer: string;
  /** Returns a copy of the article that states something else, which the article defines. */
  falsify(random: Random): Article;
}

/** Returns the facts of an article that can be falsified, in the order of the article. */
export function factsOf(article: Article): Fact[] {
  const { incidents = [], statements = [], actors = [] } = article;
  return [
    ...actors.flatMap(({ affiliations = [] }, at) =>
      affiliations.flatMap(({ date }, index) => (date ? dateFact(article, `/actors/${at}/affiliations/${index}`) : [])),
    ),
    ...incidents.flatMap((incident, at) => incidentFacts(article, incident, `/incidents/${at}`)),
    ...statements.flatMap(({ date, speaker, quote }, at) => [
      ...(date ? dateFact(article, `/statements/${at}`) : []),
      ...(speaker === undefined ? [] : [actorFact(article, 'speaker', `/statements/${at}/speaker`)]),
      ...(quote === undefined ? [] : [quoteFact(article, `/statements/${at}/quote`)]),
    ]),
  ];
}

function incidentFacts(article: Article, incident: IncidentInput, pointer: string): Fact[] {
  const { date, location, count, weapons = [], participants = [], casualties = [], methods = [] } = incident;
  const counted = { weapons, casualties };
  return [
    ...(date ? dateFact(article, pointer) : []),
    ...(location === undefined ? [] : [placeFact(article, `${pointer}/location`)]),
    ...(count ? [numberFact(article, `${pointer}/count`)] : []),
    ...Object.entries(counted).flatMap(([list, parts]) =>
      parts.flatMap((part, at) => (part.count ? [numberFact(article, `${pointer}/${list}/${at}/count`)] : [])),
    ),
    ...participants.map((_, at) => actorFact(article, 'participant', `${pointer}/participants/${at}/actor`)),
    ...weapons.map((_, at) => weaponFact(article, `${pointer}/weapons/${at}/method`)),
    ...methods.map((_, at) => weaponFact(article, `${pointer}/methods/${at}`)),
  ];
}

/** Another number: one more or less, twice as many, or ten more. Its words go with it every other time. */
function numberFact(article: Article, pointer: string): Fact {
  return {
    kind: 'number',
    pointer,
    falsify: (random) =>
      changed(article, pointer, (stated) => {
        const { min, max, original } = stated as QuantityInput;
        const by = random.pick([1, 2, 10, min, ...(min > 1 ? [-1] : [])].filter((step) => step !== 0));
        const quantity = { min: min + by, ...(max !== undefined && { max: max + by }) };
        return original !== undefined && random.coin() ? { ...quantity, original } : quantity;
      }),
  };
}

/** Another day, month or year, not after the publication. Its words go with it every other time. */
function dateFact(article: Article, of: string): Fact[] {
  const pointer = `${of}/date`;
  const date = valueAt(article, pointer) as DateInput;
  const [first = ''] = date.edtf.split('/');
  if (first === '..') return [];
  return [
    {
      kind: 'date',
      pointer,
      falsify: (random) =>
        changed(article, pointer, (stated) => {
          const { edtf, original } = stated as DateInput;
          const [start = '', ...rest] = edtf.split('/');
          const moved = movePeriod(start, random);
          const later = rest[0] !== undefined && rest[0] !== '..' && rest[0] < moved ? moved : rest[0];
          const whole = later === undefined ? moved : `${moved}/${later}`;
          return original !== undefined && random.coin() ? { edtf: whole, original } : { edtf: whole };
        }),
    },
  ];
}

function movePeriod(period: string, random: Random): string {
  const suffix = period.endsWith('~') ? '~' : '';
  const [year = 0, month = 1, day = 1] = period.replace('~', '').split('-').map(Number);
  const parts = period.replace('~', '').split('-').length;
  const back = random.pick([1, 2, 3, 7, 30]);
  const moved = new Date(0);
  moved.setUTCFullYear(
    parts === 1 ? year - back : year,
    parts === 2 ? month - 1 - back : month - 1,
    parts === 3 ? day - back : day,
  );
  return `${moved.toISOString().slice(0, [4, 7, 10][parts - 1])}${suffix}`;
}

function placeFact(article: Article, pointer: string): Fact {
  return {
    kind: 'place',
    pointer,
    falsify(random) {
      const others = (article.locations ?? []).filter(({ id }) => id !== valueAt(article, pointer));
      const invented: LocationInput = random.pick(inventedPlaces);
      const other = others.length > 0 && random.coin() ? random.pick(others) : invented;
      const whole = other === invented ? { ...article, locations: [...(article.locations ?? []), invented] } : article;
      return changed(whole, pointer, () => other.id);
    },
  };
}

function actorFact(article: Article, kind: 'participant' | 'speaker', pointer: string): Fact {
  return {
    kind,
    pointer,
    falsify(random) {
      const others = (article.actors ?? []).filter(({ id }) => id !== valueAt(article, pointer));
      const invented: ActorInput = random.pick(inventedActors);
      const other = others.length > 0 && random.coin() ? random.pick(others) : invented;
      const whole = other === invented ? { ...article, actors: [...(article.actors ?? []), invented] } : article;
      return changed(whole, pointer, () => other.id);
    },
  };
}

const otherMethods = [
  ...(['IED', 'DRONE', 'AIR_STRIKE', 'ROCKET', 'MISSILE', 'SHELLING', 'GRENADE', 'LANDMINE', 'EXPLOSIVE'] as const),
  ...(['SUICIDE_BOMB', 'SMALL_ARMS', 'ARSON', 'ABDUCTION', 'CHEMICAL', 'CYBER', 'MELEE', 'VEHICLE'] as const),
] satisfies readonly Method[];

function weaponFact(article: Article, pointer: string): Fact {
  return {
    kind: 'weapon',
    pointer,
    falsify: (random) =>
      changed(article, pointer, (stated) => random.pick(otherMethods.filter((method) => method !== stated))),
  };
}

/** Words that nobody said: one left out, one doubled, or two exchanged for others. */
function quoteFact(article: Article, pointer: string): Fact {
  return {
    kind: 'quote',
    pointer,
    falsify: (random) =>
      changed(article, pointer, (stated) => {
        const words = (stated as string).split(' ');
        const at = random.below(words.length);
        const put = random.pick(['never', 'certainly', 'not', 'seven', 'however']);
        return words.length > 2 && random.coin()
          ? words.toSpliced(Math.max(at, 1) - (at === words.length - 1 ? 1 : 0), 1).join(' ')
          : words.toSpliced(at, 1, put).join(' ');
      }),
  };
}

const inventedPlaces: readonly LocationInput[] = [
  { id: 'invented-ostrava-hill', name: 'Ostrava Hill', kind: 'SETTLEMENT' },
  { id: 'invented-lake-merrin', name: 'Merrin', kind: 'CITY' },
  { id: 'invented-tarsk-province', name: 'Tarsk province', kind: 'ADMIN1' },
];

const inventedActors: readonly ActorInput[] = [
  { id: 'invented-northern-front', name: 'Northern Liberation Front', kind: 'ARMED_GROUP' },
  { id: 'invented-marek-dolan', name: 'Marek Dolan', kind: 'PERSON' },
  { id: 'invented-tarsk-army', name: 'Tarsk Border Guard', kind: 'MILITARY' },
];

function valueAt(article: Article, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value: unknown, key) => (value as Record<string, unknown>)[key], article);
}

/** Returns a copy in which the value at a pointer is another one. */
function changed(article: Article, pointer: string, change: (stated: unknown) => unknown): Article {
  const copy = structuredClone(article);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((value: unknown, key) => (value as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  parent[last] = change(parent[last]);
  return copy;
}
