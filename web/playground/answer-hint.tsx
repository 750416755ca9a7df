import { pick, useGraphiQL } from '@graphiql/react';
import { useMemo } from 'react';
import { useAnswer } from './answer.ts';
import { explainEmptyAnswer } from './empty-answer.ts';

/** Explains how to run a query before the first response, and why a response is empty. Screen readers announce it. */
export function AnswerHint() {
  const hint = useHint();
  // The element stays when it is empty: screen readers announce changes only of elements that already exist.
  return (
    <div role="status" className="answer-hint">
      {hint && <p>{hint}</p>}
    </div>
  );
}

function useHint(): React.ReactNode {
  const { isFetching } = useGraphiQL(pick('isFetching'));
  const answer = useAnswer();
  const reason = useMemo(() => explainEmptyAnswer(answer.request, answer.response), [answer]);
  if (isFetching) return null;
  if (answer.response === '') return runHint;
  return reason && withCode(reason);
}

const runHint = (
  <>
    Press{' '}
    <span role="img" aria-label="Execute query">
      ▶
    </span>{' '}
    to run the query. <b>Examples</b> has more queries.
  </>
);

/** Returns a text with each part between backticks as `<code>`. */
function withCode(text: string): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their order
  return text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
}
