import { pick, useGraphiQL } from '@graphiql/react';
import { useMemo, useSyncExternalStore } from 'react';
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
  const { isFetching, activeTabIndex, operationName, queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('isFetching', 'activeTabIndex', 'operationName', 'queryEditor', 'variableEditor', 'responseEditor'),
  );
  const response = useEditorText(responseEditor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a hint is about the query that was answered, whatever is typed after
  const reason = useMemo(() => {
    const query = queryEditor?.getValue() ?? '';
    return explainEmptyAnswer({ query, operationName, variables: variableEditor?.getValue() ?? '' }, response);
  }, [response, activeTabIndex]);
  if (isFetching) return null;
  if (response === '') return runHint;
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

type Editor = NonNullable<Parameters<Parameters<typeof useGraphiQL>[0]>[0]['responseEditor']>;

function useEditorText(editor: Editor | undefined): string {
  return useSyncExternalStore(
    (onChange) => {
      const subscription = editor?.onDidChangeModelContent(onChange);
      return () => subscription?.dispose();
    },
    () => editor?.getValue() ?? '',
  );
}

/** Returns a text with each part between backticks as `<code>`. */
function withCode(text: string): React.ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their order
  return text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part));
}
