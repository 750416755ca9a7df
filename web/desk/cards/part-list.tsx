import type { ArticleJson, JsonObject } from '../model/article-json.ts';
import { partsOf } from '../model/article-json.ts';
import { isSameTarget, type Target } from '../model/evidence.ts';
import type { Field, Part } from '../model/fields.ts';
import { createPart, deletePart, focusNext, openTarget, target } from '../state/desk.ts';
import { type Issue, issuesAt, ownIssues } from '../state/issues.ts';
import { labelOfPart } from '../text/marks.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Fields } from './fields-of.tsx';
import { IssueList } from './issue-list.tsx';

interface PartListProps {
  article: ArticleJson;
  of: Target;
  card: JsonObject;
  field: Field;
  part: Part;
  /** The issues of the list, with their whole paths. */
  issues: readonly Issue[];
  self: string | undefined;
}

/** The parts of a card: its casualties, its participants. The one that was touched last takes the next words. */
export function PartList({ article, of, card, field, part, issues, self }: PartListProps) {
  const parts = partsOf(card, field.key);
  const own = issues.filter(({ path }) => path.length === 1);
  return (
    <section class="parts" aria-label={field.label} data-field={field.key}>
      <header>
        <h4>{field.label}</h4>
        <button
          type="button"
          class="quiet"
          aria-label={`Add ${part.noun.toLowerCase()}`}
          onClick={() => {
            const { part: created } = createPart(of, field.key, {});
            if (created) focusNext.value = `[data-part="${created.key}/${created.index}"] :is(select, input)`;
          }}
        >
          + Add
        </button>
      </header>
      <IssueList issues={own} />
      {parts.map((each, index) => {
        const place: Target = { list: of.list, index: of.index, part: { key: field.key, index } };
        const path = [field.key, String(index)];
        const isOpen = isSameTarget(target.value, place);
        const name = labelOfPart(article, of.list, field.key, each);
        const here = issuesAt(issues, path);
        const withoutWords = part.hasEvidence && !(each.evidence as unknown[] | undefined)?.length;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no ids, and their order is theirs
            key={index}
            role="group"
            aria-label={name}
            class={`part of-${part.category}${isOpen ? ' is-target' : ''}${withoutWords ? ' without-words' : ''}`}
            data-part={`${field.key}/${index}`}
            onFocusIn={() => openTarget(place)}
            onPointerDown={() => openTarget(place)}
          >
            <Fields
              article={article}
              of={place}
              thing={each}
              fields={part.fields}
              issues={issues}
              path={path}
              self={self}
            />
            {part.hasEvidence && <EvidenceList of={place} thing={each} name={name} />}
            <IssueList
              issues={ownIssues(
                here,
                path,
                part.fields.map(({ key }) => key),
              )}
            />
            <button type="button" class="remove-part" aria-label={`Remove ${name}`} onClick={() => deletePart(place)}>
              ×
            </button>
          </div>
        );
      })}
    </section>
  );
}
