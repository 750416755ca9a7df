import { shorten } from '../../../errors/show-value.ts';
import { isJsonObject } from '../../json/json-object.ts';
import { definitionNamed, resolveNode, type SchemaNode } from '../article-schema.ts';
import { referenceAt } from '../check-references.ts';
import { explainAddress, explainCountry, explainLanguage } from './explain-code.ts';
import { explainDate, explainPublication } from './explain-date.ts';
import { explainSlug, slugLike } from './explain-id.ts';
import { explainCoordinate, explainPoint, explainQuantity, explainWholeNumber } from './explain-number.ts';
import { explainEnum } from './explain-word.ts';

/** A value that the schema does not allow at this pointer of an article, which is also given whole. */
export interface WrongValue {
  value: unknown;
  /** The part of the schema that describes the value. */
  node: SchemaNode;
  /** The definition that the value refers to, such as `country`; undefined if there is none. */
  definition: string | undefined;
  pointer: string;
  article: unknown;
}

/**
 * Returns a hint for a value that the schema does not allow: what to write instead. Undefined if nothing can be said.
 */
export function explainValue({ value, node, definition, pointer, article }: WrongValue): string | undefined {
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  const { enum: values, type } = resolveNode(node).node;
  if (values) return explainEnum(value, definition ?? '', values);
  if ([type].flat().includes('array') && !Array.isArray(value)) return explainList(value);
  if ([type].flat().includes('boolean')) return explainBoolean(value);
  if (key === 'latitude' || key === 'longitude') return explainCoordinate(key, value, valueAt(article, pointer, 1));
  return explanations.get(definition ?? key)?.(value, pointer, article);
}

type Explain = (value: unknown, pointer: string, article: unknown) => string | undefined;

const explanations: ReadonlyMap<string, Explain> = new Map(
  Object.entries<Explain>({
    slug: (value, pointer, article) => explainSlug(value, referenceAt(pointer), article),
    statementId: (value, _, article) => explainSlug(value, 'statements', article),
    country: (value) => explainCountry(value, isCountryCode),
    language: explainLanguage,
    url: explainAddress,
    address: (value) => (typeof value === 'string' && value.length > 1000 ? explainText(value) : explainAddress(value)),
    publication: explainPublication,
    edtf: (value, pointer) => explainDate(value, pointer.endsWith('/edtf')),
    date: (value) => explainDate(value, false),
    quantity: explainQuantity,
    count: explainQuantity,
    point: explainPoint,
    version: explainWholeNumber,
    occurrence: (value) => (value === 0 ? 'The first is 1' : explainWholeNumber(value)),
    name: explainText,
    words: explainText,
    evidence: (value) => (Array.isArray(value) ? 'Write each quote as a separate item' : undefined),
    quotation: explainText,
    textFile: () => 'Put the file in the same folder, and write only its name',
    retracted: (value) => (value === 'true' ? 'Write true, without quotes' : 'Leave the key out of an article'),
  }),
);

/** Returns a hint for an object without a required key; undefined if nothing can be said. */
export function explainMissingKey(key: string, value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  if (key === 'text' && 'published' in value) return 'Write the text, or name its file: "textFile": "name.txt"';
  if (key === 'id' && typeof (value.name ?? value.title) === 'string') {
    return `Write "id": ${JSON.stringify(slugLike(String(value.name ?? value.title)))}`;
  }
  if (key === 'min') return 'Write "min": 0 if the minimum is not known';
  return key === 'edtf' ? 'Leave the date out if it is unknown' : undefined;
}

const countryPattern = new RegExp(definitionNamed('country').pattern ?? '', 'u');

function isCountryCode(code: string): boolean {
  return countryPattern.test(code);
}

function explainList(value: unknown): string {
  return `Write [${shorten(JSON.stringify(value))}]`;
}

function explainBoolean(value: unknown): string | undefined {
  if (value === 1 || (typeof value === 'string' && /^(?:true|yes|y|1)$/i.test(value.trim())))
    return 'Write true, without quotes';
  if (value === 0 || (typeof value === 'string' && /^(?:false|no|n|0)$/i.test(value.trim())))
    return 'Write false, without quotes';
  return undefined;
}

function explainText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `Write ${JSON.stringify(String(value))}, in quotes`;
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string')
    return `Write ${shorten(JSON.stringify(value[0]))} alone`;
  if (typeof value !== 'string') return undefined;
  return value.trim() === '' ? undefined : `It has ${value.length.toLocaleString('en')} characters`;
}

/** Returns the value at a pointer without its last `cut` steps; undefined if there is none. */
function valueAt(article: unknown, pointer: string, cut: number): unknown {
  const steps = pointer.split('/').slice(1, -cut);
  return steps.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : isJsonObject(value) ? value[step] : undefined),
    article,
  );
}
