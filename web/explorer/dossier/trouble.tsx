import type { Resource } from '../data/resource.ts';

/** Why there is no answer, and a way to try again; parts of an answer that failed are named. */
export function Trouble({ resource }: { resource: Pick<Resource<unknown, unknown>, 'failure' | 'answer' | 'retry'> }) {
  const failure = resource.failure.value;
  const problems = resource.answer.value?.problems ?? [];
  if (!failure && problems.length === 0) return null;
  return (
    <div class="trouble" role="alert">
      <p>{failure ? failure.message : `Parts are missing: ${problems[0]}`}</p>
      <button type="button" onClick={resource.retry}>
        Try again
      </button>
    </div>
  );
}
