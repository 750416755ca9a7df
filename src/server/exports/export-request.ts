import { GraphQLError } from 'graphql';
import { badUserInput } from '../../errors/bad-user-input.ts';
import { shorten, showValue } from '../../errors/show-value.ts';
import { type ExportFormat, exportFormats } from './export-formats.ts';
import { exportTypes } from './export-types.ts';
import { type ExportName, exportNames, type ShortForm, shortForms } from './short-forms.ts';

/** A valid address of an export. The values of its variables are checked by GraphQL. */
export interface ExportRequest {
  name: ExportName;
  format: ExportFormat;
  /** The names of the short forms that are given. */
  given: readonly string[];
  /** `where`, `orderBy` and the short forms. */
  variables: Readonly<Record<string, unknown>>;
}

/** Returns what a file name such as `incidents.csv` stands for; undefined if there is no such export. */
export function parseFileName(file: string): Pick<ExportRequest, 'name' | 'format'> | undefined {
  const [, base, extension] = /^([a-z]+)\.([a-z]+)$/.exec(file) ?? [];
  const name = exportNames.find((each) => each === base);
  const format = exportFormats.find((each) => each === extension);
  if (!name || !format || (format === 'geojson' && !exportTypes[name].place)) return undefined;
  return { name, format };
}

/**
 * Parses the query string of an export. An empty parameter counts as left out.
 *
 * @throws GraphQLError with `BAD_USER_INPUT` for a parameter that the type does not have, that is given twice or malformed.
 */
export function parseParameters(name: ExportName, query: string): Pick<ExportRequest, 'given' | 'variables'> {
  const forms = shortForms[name];
  const parameters = new URLSearchParams(query);
  const variables: Record<string, unknown> = {};
  for (const key of new Set(parameters.keys())) {
    const form = Object.hasOwn(forms, key) ? forms[key] : undefined;
    if (!form && key !== 'where' && key !== 'orderBy') throw unknownParameter(name, key);
    const values = valuesOf(parameters, key, form);
    const [value] = values;
    if (value === undefined) continue;
    if (values.length > 1 && form?.kind !== 'list') throw badUserInput(key, 'given once', values);
    if (form) variables[key] = parseShortForm(key, form, values);
    else if (key === 'where') variables[key] = parseJson(key, value, '{"id":{"eq":"…"}}') ?? {};
    else variables[key] = parseOrder(value);
  }
  return { given: Object.keys(forms).filter((key) => key in variables), variables };
}

/** Returns the values of a parameter that are not empty. */
function valuesOf(parameters: URLSearchParams, key: string, form: ShortForm | undefined): string[] {
  const values = parameters.getAll(key);
  const split = form?.kind === 'list' ? values.flatMap((value) => value.split(',')) : values;
  return split.map((value) => value.trim()).filter((value) => value !== '');
}

function parseShortForm(name: string, { kind }: ShortForm, values: readonly string[]): unknown {
  if (kind === 'list') return values;
  return kind === 'box' ? parseBox(name, values[0] ?? '') : values[0];
}

function parseBox(name: string, text: string): object {
  const edges = text.split(',').map((edge) => (edge.trim() === '' ? Number.NaN : Number(edge)));
  if (edges.length !== 4 || !edges.every(Number.isFinite))
    throw badUserInput(name, 'west,south,east,north in degrees, such as 38.8,29.1,48.6,37.4', text);
  const [west, south, east, north] = edges;
  return { west, south, east, north };
}

/** `DATE:DESC,ID`, or the JSON of the GraphQL variable. */
function parseOrder(text: string): unknown {
  if (/^\s*[[{]/.test(text)) return parseJson('orderBy', text, '[{"field":"ID"}]');
  return text.split(',').map((step) => {
    const [field, direction, ...rest] = step.trim().split(':');
    if (rest.length > 0) throw badUserInput('orderBy', 'fields with directions, such as DATE:DESC,ID', text);
    return { field, ...(direction !== undefined && { direction }) };
  });
}

function parseJson(name: string, text: string, example: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = shorten((error as Error).message);
    throw badUserInput(name, `the JSON of the GraphQL variable, such as ${example}`, text, reason);
  }
}

function unknownParameter(name: ExportName, key: string): GraphQLError {
  const accepted = ['where', 'orderBy', ...Object.keys(shortForms[name])].join(', ');
  const others = exportNames.filter((each) => Object.hasOwn(shortForms[each], key)).join(' and ');
  const hint = others === '' ? '' : `. Only exports of ${others} have it`;
  return new GraphQLError(`Exports of ${name} have no parameter ${showValue(key)}; they have ${accepted}${hint}`, {
    extensions: { code: 'BAD_USER_INPUT', argument: key },
  });
}
