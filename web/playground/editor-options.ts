import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { useMediaQuery } from './media-query.ts';

const narrow = '(max-width: 640px)';

/** Wraps long lines, gives each editor a name for screen readers, and uses smaller type and margins on a phone. */
export function EditorOptions() {
  const editors = useGraphiQL(pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'));
  const { queryEditor, variableEditor, headerEditor, responseEditor } = editors;
  const isNarrow = useMediaQuery(narrow);
  useEffect(() => {
    const named = { Query: queryEditor, Variables: variableEditor, Headers: headerEditor, Answer: responseEditor };
    for (const [ariaLabel, editor] of Object.entries(named)) {
      editor?.updateOptions({
        ariaLabel,
        wordWrap: 'on',
        wrappingIndent: 'indent',
        fontSize: isNarrow ? 13 : 15,
        folding: !isNarrow,
        lineDecorationsWidth: isNarrow ? 6 : 10,
      });
    }
  }, [queryEditor, variableEditor, headerEditor, responseEditor, isNarrow]);
  return null;
}
