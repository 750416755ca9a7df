import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ArticleJson, JsonObject } from '../model/article-json.ts';
import type { Target } from '../model/evidence.ts';
import type { Field, Part } from '../model/fields.ts';
import { changeThing } from '../state/desk.ts';
import { type Issue, issuesAt } from '../state/issues.ts';
import { FieldInput } from './field-input.tsx';
import type { Suggestion } from './name-field.tsx';

interface FieldsProps {
  article: ArticleJson;
  of: Target;
  thing: JsonObject;
  fields: readonly Field[];
  /** The issues of the whole card. */
  issues: readonly Issue[];
  /** Where the thing is within its card. */
  path: readonly string[];
  self?: string | undefined;
  isFresh?: boolean;
  onPick?(suggestion: Suggestion): void;
  /** Draws the parts of a card under one of its fields; parts have none of their own. */
  drawParts?(field: Field, part: Part): ComponentChildren;
}

/** The fields of a card or a part: the main ones, those that are set, and a menu of the others. */
export function Fields(props: FieldsProps) {
  const { article, of, thing, fields, issues, path, self, isFresh = false, onPick } = props;
  const [added, add] = useState<readonly string[]>([]);
  const isShown = ({ key, isMain }: Field) => isMain || thing[key] !== undefined || added.includes(key);
  const shown = fields.filter(isShown);
  const others = fields.filter((field) => !isShown(field));
  return (
    <>
      <div class="fields">
        {shown.map((field) =>
          field.kind.is === 'parts' ? (
            (props.drawParts?.(field, field.kind.part) ?? null)
          ) : (
            <FieldInput
              key={field.key}
              article={article}
              field={field}
              thing={thing}
              self={self}
              issues={issuesAt(issues, [...path, field.key])}
              isFresh={isFresh}
              onWrite={(values) => changeThing(of, clearing(values, thing))}
              {...(onPick && { onPick })}
            />
          ),
        )}
      </div>
      {others.length > 0 && (
        <select
          class="add-field quiet"
          aria-label="Add a field"
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value) add([...added, value]);
          }}
        >
          <option value="">More fields…</option>
          {others.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** A subtype belongs to its type, and a precision to its place: without it, they go too. */
function clearing(values: JsonObject, thing: JsonObject): JsonObject {
  if ('type' in values && thing.subtype !== undefined) return { ...values, subtype: undefined };
  if ('location' in values && values.location === undefined) return { ...values, locationPrecision: undefined };
  return values;
}
