import type { Issue } from '../state/issues.ts';

/** What the check says about a place, refusals first. */
export function IssueList({ issues, id }: { issues: readonly Issue[]; id?: string }) {
  if (issues.length === 0) return null;
  const sorted = [...issues].sort((a, b) => Number(a.kind === 'warning') - Number(b.kind === 'warning'));
  return (
    <ul class="issues" id={id}>
      {sorted.slice(0, 6).map(({ kind, text, code }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two issues may have the same words
        <li key={index} class={`issue ${kind}${code === 'NO_EVIDENCE' ? ' no-evidence' : ''}`}>
          <span class="visually-hidden">{kind === 'refusal' ? 'Refused: ' : 'Warning: '}</span>
          <bdi>{text}</bdi>
        </li>
      ))}
      {sorted.length > 6 && <li class="issue">and {sorted.length - 6} more</li>}
    </ul>
  );
}
