import { useEffect, useId, useState } from 'preact/hooks';
import { subtypesOf } from '../../../src/entities/incident/subtypes.ts';
import { countryName } from '../../explorer/facets/country-name.ts';
import { labelOf, labels } from '../../explorer/state/labels.ts';
import { isCountryCode } from '../../explorer/state/values.ts';
import {
  type ArticleJson,
  cardsOf,
  isObject,
  type Json,
  type JsonObject,
  type ListName,
} from '../model/article-json.ts';
import { nameOf } from '../model/differences.ts';
import { cardTypes, type Field } from '../model/fields.ts';
import { readQuantity, writeQuantity } from '../model/quantity.ts';
import type { Issue } from '../state/issues.ts';
import { dateMeaning } from './date-meaning.ts';
import { IssueList } from './issue-list.tsx';
import { NameField, type Suggestion } from './name-field.tsx';

interface FieldInputProps {
  article: ArticleJson;
  field: Field;
  /** The card or the part that the field belongs to. */
  thing: JsonObject;
  /** The id of the card, which does not refer to itself. */
  self?: string | undefined;
  issues: readonly Issue[];
  isFresh?: boolean;
  onWrite(values: JsonObject): void;
  onPick?(suggestion: Suggestion): void;
}

interface InputProps extends FieldInputProps {
  value: Json | undefined;
  write(value: Json | undefined): void;
  attributes: { 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
}

/** One field with its label, its input and what the check says about it. */
export function FieldInput(props: FieldInputProps) {
  const { field, thing, issues, onWrite } = props;
  const id = useId();
  const value = thing[field.key];
  const isWrong = issues.some(({ kind }) => kind === 'refusal');
  const input: InputProps = {
    ...props,
    value,
    write: (next) => onWrite({ [field.key]: next }),
    attributes: { 'aria-describedby': issues.length > 0 ? id : undefined, 'aria-invalid': isWrong || undefined },
  };
  const isGroup =
    field.kind.is === 'date' ||
    field.kind.is === 'quantity' ||
    field.kind.is === 'cards' ||
    field.kind.is === 'choices';
  const tone = isWrong ? ' wrong' : issues.length > 0 ? ' warned' : '';
  const content = (
    <>
      {field.kind.is !== 'flag' && (
        <span class="label">
          {field.label}
          {field.required && <span class="required">{isBlank(value) ? ' required' : ''}</span>}
        </span>
      )}
      <Input {...input} />
    </>
  );
  return (
    <div class={`field of-${field.kind.is}${tone}`} data-field={field.key}>
      {isGroup ? (
        // biome-ignore lint/a11y/useSemanticElements: a small group without a border of its own
        <div role="group" aria-label={field.label} class="control">
          {content}
        </div>
      ) : (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is in `content`
        <label class="control">{content}</label>
      )}
      <IssueList issues={issues} id={id} />
    </div>
  );
}

function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === '';
}

function Input(props: InputProps) {
  const { field, value, write, attributes, article, thing, self, isFresh = false, onPick } = props;
  const { kind } = field;
  const text = typeof value === 'string' ? value : '';
  switch (kind.is) {
    case 'name':
      return (
        <NameField
          value={text}
          type={kind.type}
          isFresh={isFresh}
          describedBy={attributes['aria-describedby']}
          isWrong={attributes['aria-invalid'] ?? false}
          onWrite={write}
          onPick={(suggestion) => onPick?.(suggestion)}
        />
      );
    case 'sentences':
      return (
        <textarea
          {...attributes}
          dir="auto"
          rows={2}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      );
    case 'wordList':
      return (
        <textarea
          {...attributes}
          dir="auto"
          rows={Math.min(6, listOf(value).length + 1)}
          placeholder={field.example ?? 'One on each line'}
          value={listOf(value).join('\n')}
          onInput={(event) => write(event.currentTarget.value.split('\n'))}
          onBlur={(event) => write(event.currentTarget.value.split('\n').filter((line) => line.trim() !== ''))}
        />
      );
    case 'choice': {
      const values =
        field.key === 'subtype'
          ? (subtypesOf[thing.type as keyof typeof subtypesOf] ?? [])
          : Object.keys(labels[kind.of]);
      return (
        <select {...attributes} value={text} onChange={(event) => write(event.currentTarget.value || undefined)}>
          <option value="">{field.required ? 'Choose…' : '—'}</option>
          {text && !(values as readonly string[]).includes(text) && (
            <option value={text}>{labelOf(text, kind.of)}</option>
          )}
          {values.map((each) => (
            <option key={each} value={each}>
              {labelOf(each, kind.of)}
            </option>
          ))}
        </select>
      );
    }
    case 'choices':
      return (
        <Several
          {...props}
          options={Object.keys(labels[kind.of]).map((each) => [each, labelOf(each, kind.of)] as const)}
          nameOfValue={(each) => labelOf(each, kind.of)}
        />
      );
    case 'card':
      return (
        <select {...attributes} value={text} onChange={(event) => write(event.currentTarget.value || undefined)}>
          <option value="">{field.required ? 'Choose…' : '—'}</option>
          {text && !cardOptions(article, kind.list, undefined).some(([id]) => id === text) && (
            <option value={text}>{text} (not in this article)</option>
          )}
          {cardOptions(article, kind.list, kind.list === listOfSelf(field) ? self : undefined).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'cards':
      return (
        <Several
          {...props}
          options={cardOptions(article, kind.list, undefined)}
          nameOfValue={(id) => nameOf(article, kind.list, id)}
        />
      );
    case 'statementOrOther':
      return <StatementInput {...props} />;
    case 'flag':
      return (
        <span class="flag-line">
          <input
            {...attributes}
            type="checkbox"
            checked={value === true}
            onChange={(event) =>
              write(event.currentTarget.checked ? true : field.key === 'certain' ? false : undefined)
            }
          />{' '}
          {field.label}
        </span>
      );
    case 'quantity':
      return <QuantityInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'point':
      return <PointInput {...props} />;
    case 'country':
      return (
        <span class="with-meaning">
          <input
            {...attributes}
            type="text"
            class="short"
            maxLength={2}
            autocomplete="off"
            placeholder={field.example}
            value={text}
            onInput={(event) => write(event.currentTarget.value.toUpperCase())}
          />
          {isCountryCode(text) && <span class="meaning">{countryName(text)}</span>}
        </span>
      );
    case 'side':
      return (
        <input
          {...attributes}
          type="text"
          class="short"
          maxLength={1}
          placeholder={field.example}
          value={text}
          onInput={(event) => write(event.currentTarget.value.toUpperCase())}
        />
      );
    default:
      return (
        <input
          {...attributes}
          type="text"
          inputMode={kind.is === 'web' ? 'url' : 'text'}
          dir="auto"
          placeholder={field.example}
          autocomplete="off"
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      );
  }
}

/** The list that a field of a card refers to when it refers to cards of its own kind. */
function listOfSelf({ key, kind }: Field): ListName | null {
  return (key === 'partOf' || key === 'incident' || key === 'actor') && kind.is === 'card' ? kind.list : null;
}

function listOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function cardOptions(article: ArticleJson, list: ListName, except: string | undefined): (readonly [string, string])[] {
  return cardsOf(article, list).flatMap((card) => {
    if (!card.id || card.id === except) return [];
    const name = card[cardTypes[list].title];
    const words = typeof name === 'string' && name ? name : card.id;
    return [[card.id, words.length > 80 ? `${words.slice(0, 77)}…` : words] as const];
  });
}

interface SeveralProps extends InputProps {
  options: readonly (readonly [string, string])[];
  nameOfValue(value: string): string;
}

function Several({ field, value, write, attributes, options, nameOfValue }: SeveralProps) {
  const held = listOf(value);
  const left = options.filter(([each]) => !held.includes(each));
  return (
    <span class="several">
      {held.map((each) => (
        <button
          key={each}
          type="button"
          class="chip-button"
          aria-label={`Remove ${nameOfValue(each)}`}
          onClick={() => write(held.filter((other) => other !== each))}
        >
          <bdi>{nameOfValue(each)}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
      <select
        {...attributes}
        aria-label={`Add to ${field.label}`}
        value=""
        disabled={left.length === 0}
        onChange={(event) => {
          const { value: added } = event.currentTarget;
          event.currentTarget.value = '';
          if (added) write([...held, added]);
        }}
      >
        <option value="">{left.length === 0 && held.length === 0 ? 'None in this article' : 'Add…'}</option>
        {left.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

function StatementInput({ article, field, value, write, attributes }: InputProps) {
  const id = useId();
  return (
    <>
      <input
        {...attributes}
        type="text"
        list={id}
        autocomplete="off"
        placeholder={field.example}
        value={typeof value === 'string' ? value : ''}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <datalist id={id}>
        {cardOptions(article, 'statements', undefined).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

function QuantityInput({ field, value, write, attributes }: InputProps) {
  const written = writeQuantity(value);
  const [typed, type] = useState<string | null>(null);
  const original = isObject(value) && typeof value.original === 'string' ? value.original : '';
  const isOdd = typed !== null && typed.trim() !== '' && readQuantity(typed) === null;
  return (
    <span class="with-meaning">
      <input
        {...attributes}
        aria-invalid={isOdd || attributes['aria-invalid']}
        type="text"
        class="medium"
        aria-label={field.label}
        placeholder={field.example}
        autocomplete="off"
        value={typed ?? written}
        onInput={(event) => {
          const words = event.currentTarget.value;
          type(words);
          const read = readQuantity(words);
          if (words.trim() === '') write(undefined);
          else if (read) write({ ...read, ...(original && { original }) });
        }}
        onBlur={() => !isOdd && type(null)}
      />
      {isOdd && <span class="meaning odd">Write 3, 10-12 or 41+</span>}
      {!isOdd && isObject(value) && (
        <input
          type="text"
          class="original"
          dir="auto"
          aria-label={`${field.label} in the words of the text`}
          placeholder="in the text’s words"
          value={original}
          onInput={(event) => write(withOriginal(value, event.currentTarget.value))}
        />
      )}
    </span>
  );
}

function DateInput({ field, value, write, attributes }: InputProps) {
  const date = isObject(value) ? value : {};
  const edtf = typeof date.edtf === 'string' ? date.edtf : '';
  const original = typeof date.original === 'string' ? date.original : '';
  const meaning = edtf ? dateMeaning(edtf) : null;
  const change = (values: JsonObject) => {
    const next = { edtf, ...(original && { original }), ...values };
    write(next.edtf === '' && !next.original ? undefined : withOriginal(next, next.original ?? ''));
  };
  return (
    <span class="with-meaning">
      <input
        {...attributes}
        aria-invalid={(edtf !== '' && !meaning) || attributes['aria-invalid']}
        type="text"
        class="medium"
        aria-label={`${field.label} in EDTF`}
        placeholder="2023-11-09"
        autocomplete="off"
        value={edtf}
        onInput={(event) => change({ edtf: event.currentTarget.value.trim() })}
      />
      {meaning && (
        <span class="meaning date-chip" title={edtf}>
          {meaning}
        </span>
      )}
      {edtf !== '' && !meaning && (
        <span class="meaning odd">Write 2023-11-09, 2023-11, 2023-10-07/2023-11-12 or 2023-11~</span>
      )}
      {(edtf !== '' || original !== '') && (
        <input
          type="text"
          class="original"
          dir="auto"
          aria-label={`${field.label} in the words of the text`}
          placeholder="in the text’s words"
          value={original}
          onInput={(event) => change({ original: event.currentTarget.value })}
        />
      )}
    </span>
  );
}

function withOriginal(value: JsonObject, original: string): JsonObject {
  const { original: _, ...rest } = value;
  return original ? { ...rest, original } : rest;
}

function PointInput({ field, value, write, attributes }: InputProps) {
  const written = isObject(value) ? `${value.latitude}, ${value.longitude}` : '';
  const [typed, type] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another point replaces what is typed
  useEffect(() => type(null), [written]);
  const isOdd = typed !== null && typed.trim() !== '' && !readPoint(typed);
  return (
    <span class="with-meaning">
      <input
        {...attributes}
        aria-invalid={isOdd || attributes['aria-invalid']}
        type="text"
        inputMode="text"
        placeholder={field.example}
        autocomplete="off"
        value={typed ?? written}
        onInput={(event) => {
          const words = event.currentTarget.value;
          const point = readPoint(words);
          if (words.trim() === '') write(undefined);
          else if (point) write(point);
          type(words);
        }}
      />
      {isOdd && <span class="meaning odd">Write degrees, such as 36.6303, 42.8231</span>}
    </span>
  );
}

function readPoint(text: string): JsonObject | null {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return latitude !== undefined && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}
