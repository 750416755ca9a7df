import { explorerPlugin } from '@graphiql/plugin-explorer';
import { type GraphiQLPlugin, useOperationsEditorState, useOptimisticState } from '@graphiql/react';
import { cloneElement, useLayoutEffect, useRef } from 'react';
import { keepComments } from './keep-comments.ts';

const { content, ...plugin } = explorerPlugin({ showAttribution: false });
// A function without hooks that returns an element; its props can be replaced.
const createPane = content as () => React.ReactElement<{ query: string; onEdit(query: string): void }>;

/** GraphiQL's explorer pane, except that it keeps comments and does not take the focus when it opens. */
export const explorer: GraphiQLPlugin = { ...plugin, content: Explorer };

function Explorer() {
  const [query, setQuery] = useOptimisticState(useOperationsEditorState());
  const edited = useRef<string>(null);
  const focused = document.activeElement;
  // Inputs of the pane take the focus and scroll into view on mounting. Undo that unless the edit came from the pane.
  useLayoutEffect(() => {
    const input = document.activeElement;
    if (query === edited.current || input === focused || !(input instanceof HTMLElement)) return;
    input.blur();
    input.closest('.graphiql-plugin')?.scrollTo(0, 0);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  });
  const onEdit = (printed: string) => {
    edited.current = keepComments(query, printed);
    setQuery(edited.current);
  };
  return cloneElement(createPane(), { query, onEdit });
}
