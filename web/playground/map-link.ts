import { argumentsOf, fieldsOf, isObject, parseRequest, type Request, type Values } from './request.ts';

/** The address of the map with the filter of a query, or why it cannot show it, as a sentence. */
export type MapLink = { href: string } | { reason: string };

/** Returns the link for the first field `incidents` or `incident` of a query. Only filters that the map has are translated. */
export function mapLink(request: Request): MapLink {
  try {
    const parsed = parseRequest(request);
    const fields = parsed ? fieldsOf(parsed.selectionSet, parsed.fragments) : [];
    const field = fields.find(({ name }) => name.value === 'incidents' || name.value === 'incident');
    if (!parsed || !field) return { reason: 'The map shows incidents, and the query does not ask for any.' };
    const { id, where, orderBy } = argumentsOf(field, parsed.variables);
    const filters: Filters = new Map();
    if (field.name.value === 'incident') setOnce(filters, 'open', [`Incident:${slugOf(id, 'Incident', 'id')}`]);
    else if (where !== undefined) addConditions(filters, where, 'where');
    const sort = sortOf(orderBy);
    if (sort) filters.set('sort', [sort]);
    return { href: `/${writeHash(filters)}` };
  } catch (error) {
    if (error instanceof NotOnMap) return { reason: error.message };
    return { reason: 'The query or its variables are incomplete.' };
  }
}

type Filters = Map<string, string[]>;

class NotOnMap extends Error {}

type Condition = (filters: Filters, value: unknown, path: string) => void;

const conditions: Readonly<Record<string, Condition>> = {
  text: (filters, value, path) => setOnce(filters, 'q', [textOf(value, path)]),
  type: valuesAs('type'),
  subtype: valuesAs('subtype'),
  outcome: valuesAs('outcome'),
  methods: fieldsAs({ some: valuesAs('method') }),
  targets: fieldsAs({ some: fieldsAs({ kind: valuesAs('target') }) }),
  articles: fieldsAs({ some: fieldsAs({ publisher: valuesAs('publisher') }) }),
  date: fieldsAs({ possibly: fieldsAs({ from: textAs('from'), to: textAs('to') }) }),
  location: fieldsAs({
    country: valuesAs('country'),
    within: (filters, value, path) => setOnce(filters, 'within', [slugOf(value, 'Location', path)]),
    box: (filters, value, path) => setOnce(filters, 'box', boxOf(value, path)),
  }),
  participants: fieldsAs({
    some: fieldsAs({
      actor: fieldsAs({
        id: (filters, value, path) =>
          setOnce(
            filters,
            'actor',
            valuesOf(value, path).map((id) => slugOf(id, 'Actor', path)),
          ),
      }),
      role: valuesAs('role'),
    }),
  }),
  responsibility: (filters, value, path) => setOnce(filters, 'resp', [sideOf(value, path)]),
  or: (filters, value, path) =>
    setOnce(
      filters,
      'resp',
      listOf(value).map((each) => {
        const [[key, side] = []] = entriesOf(each, path);
        if (key !== 'responsibility' || entriesOf(each, path).length > 1) throw missing(path);
        return sideOf(side, path);
      }),
    ),
};

function addConditions(filters: Filters, where: unknown, path: string): void {
  for (const [key, value] of entriesOf(where, path)) {
    const inner = `${path}.${key}`;
    if (key === 'and') for (const each of listOf(value)) addConditions(filters, each, inner);
    else {
      const condition = Object.hasOwn(conditions, key) ? conditions[key] : undefined;
      if (!condition) throw missing(inner);
      condition(filters, value, inner);
    }
  }
}

/** Each field of an object is a filter of its own. */
function fieldsAs(fields: Readonly<Record<string, Condition>>): Condition {
  return (filters, value, path) => {
    const entries = entriesOf(value, path);
    if (entries.length === 0) throw missing(path); // such as whether there is any
    for (const [key, inner] of entries) {
      const condition = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!condition) throw missing(`${path}.${key}`);
      condition(filters, inner, `${path}.${key}`);
    }
  };
}

/** `{ eq }` or `{ in }`. */
function valuesAs(filter: string): Condition {
  return (filters, value, path) => setOnce(filters, filter, valuesOf(value, path));
}

function textAs(filter: string): Condition {
  return (filters, value, path) => setOnce(filters, filter, [textOf(value, path)]);
}

/** The map has each filter once. */
function setOnce(filters: Filters, filter: string, values: string[]): void {
  if (filters.has(filter)) throw new NotOnMap(`The map takes the filter “${filter}” only once.`);
  if (values.length === 0) throw new NotOnMap(`The query asks for none of “${filter}”, which the map cannot show.`);
  filters.set(filter, values);
}

function valuesOf(value: unknown, path: string): string[] {
  const [[operator, operand] = [], ...more] = entriesOf(value, path);
  if (more.length > 0 || (operator !== 'eq' && operator !== 'in')) throw missing(path);
  return listOf(operand).map((each) => textOf(each, path));
}

function boxOf(value: unknown, path: string): string[] {
  const box = Object.fromEntries(entriesOf(value, path));
  const edges = [box.west, box.south, box.east, box.north];
  if (!edges.every((edge) => typeof edge === 'number')) throw missing(path);
  return edges.map(String);
}

const sides: Readonly<Record<string, string>> = {
  claimedBy: 'claimed',
  attributedTo: 'attributed',
  deniedBy: 'denied',
};

/** `{ claimedBy: { some: {} } }`. */
function sideOf(value: unknown, path: string): string {
  const [[side = '', quantified] = [], ...more] = entriesOf(value, path);
  const [[quantifier, condition] = [], ...others] = entriesOf(quantified, path);
  const isAny = quantifier === 'some' && others.length === 0 && entriesOf(condition, path).length === 0;
  if (more.length > 0 || !Object.hasOwn(sides, side) || !isAny) throw missing(`${path}.${side}`);
  return sides[side] as string;
}

function slugOf(value: unknown, type: string, path: string): string {
  const id = textOf(value, path).replace(new RegExp(`^${type}:`), '');
  if (!/^[a-z0-9-]{1,120}$/.test(id)) throw new NotOnMap(`\`${path}\` is no id of ${type}.`);
  return id;
}

function textOf(value: unknown, path: string): string {
  if (typeof value !== 'string') throw missing(path);
  return value;
}

/** Returns the fields that are not null, which means left out. */
function entriesOf(value: unknown, path: string): [string, unknown][] {
  if (!isObject(value)) throw missing(path);
  return Object.entries(value as Values).filter(([, inner]) => inner !== null && inner !== undefined);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

const sorts = { 'DATE ASC': 'oldest', 'KILLED DESC': 'killed', 'RELEVANCE DESC': 'relevance' } as Record<
  string,
  string
>;

function sortOf(orderBy: unknown): string | undefined {
  const [step] = listOf(orderBy);
  return isObject(step) ? sorts[`${step.field} ${step.direction ?? 'ASC'}`] : undefined;
}

function missing(path: string): NotOnMap {
  return new NotOnMap(`The map has no filter like \`${path}\`.`);
}

/** As the map reads it: commas separate values, so those within a value are encoded. */
function writeHash(filters: Filters): string {
  const parts = [...filters].map(([filter, values]) => `${filter}=${values.map(encode).join(',')}`);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%3A', ':');
}
