import { useState } from 'preact/hooks';
import { articleFields } from '../model/fields.ts';
import { issues as allIssues } from '../state/check.ts';
import { changeOwnFields, type Work } from '../state/desk.ts';
import { issuesAt, ownIssues } from '../state/issues.ts';
import { FieldInput } from './field-input.tsx';
import { IssueList } from './issue-list.tsx';

/** The article itself: when it was published, by whom, and its id. */
export function ArticleCard({ now: { article, base } }: { now: Work }) {
  const [isOpen, open] = useState(false);
  const issues = (allIssues.value.get('article') ?? []).filter(({ code }) => code !== 'SENTENCE_NOT_COVERED');
  const isBare = article.published === '';
  const refusals = issues.filter(({ kind }) => kind === 'refusal').length;
  return (
    <section class={`article-card${refusals ? ' is-refused' : ''}`} aria-label="The article">
      <h2 class="card-head">
        <button type="button" aria-expanded={isOpen || isBare} onClick={() => open(!isOpen)}>
          <span class="card-title">
            <bdi dir="auto">
              {typeof article.title === 'string' && article.title ? article.title : 'Article without a title'}
            </bdi>
            <span class="card-facts">
              {[
                article.published || 'no day of publication',
                article.publisher,
                base ? (base.version > 0 ? `version ${base.version}` : 'no version') : 'not stored',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {refusals > 0 && <span class="badge refused">{refusals} to fix</span>}
        </button>
      </h2>
      {(isOpen || isBare) && (
        <div class="card-body">
          <div class="fields">
            {articleFields.map((field) => (
              <FieldInput
                key={field.key}
                article={article}
                field={field}
                thing={article}
                issues={issuesAt(issues, [field.key])}
                onWrite={changeOwnFields}
              />
            ))}
          </div>
          <footer class="card-foot">
            <label class="id-field">
              <span>Id</span>
              <input
                type="text"
                spellcheck={false}
                autocomplete="off"
                maxLength={120}
                value={article.id}
                onInput={(event) => changeOwnFields({ id: event.currentTarget.value })}
              />
            </label>
          </footer>
        </div>
      )}
      <IssueList
        issues={ownIssues(
          issues,
          [],
          articleFields.map(({ key }) => key),
        )}
      />
    </section>
  );
}
