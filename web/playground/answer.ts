import { pick, useGraphiQL } from '@graphiql/react';
import { useMemo, useSyncExternalStore } from 'react';
import type { Answer } from './request.ts';

/** Returns the response that is shown, with its request. */
export function useAnswer(): Answer {
  const { activeTabIndex, operationName, queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('activeTabIndex', 'operationName', 'queryEditor', 'variableEditor', 'responseEditor'),
  );
  const response = useEditorText(responseEditor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editors are read when the response or the tab changes
  return useMemo(() => {
    const query = queryEditor?.getValue() ?? '';
    return { request: { query, operationName, variables: variableEditor?.getValue() ?? '' }, response };
  }, [response, activeTabIndex]);
}

type Editor = NonNullable<Parameters<Parameters<typeof useGraphiQL>[0]>[0]['responseEditor']>;

/** Returns the text of an editor, now and after each change; empty while there is no editor. */
export function useEditorText(editor: Editor | undefined): string {
  return useSyncExternalStore(
    (onChange) => {
      const subscription = editor?.onDidChangeModelContent(onChange);
      return () => subscription?.dispose();
    },
    () => editor?.getValue() ?? '',
  );
}
