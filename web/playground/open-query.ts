import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Request } from './request.ts';

/**
 * Returns a function that selects the tab that holds a query unchanged, fills the current tab if it is blank, or else opens
 * a new tab. Without variables, those of the tab stay.
 */
export function useOpenQuery(): (request: Pick<Request, 'query' | 'variables'>) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(pick('tabs', 'queryEditor', 'variableEditor'));
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  return ({ query, variables }) => {
    const index = tabs.findIndex((tab) => tab.query === query && (!variables || (tab.variables ?? '') === variables));
    if (index >= 0) return changeTab(index);
    if (queryEditor?.getValue().trim()) addTab();
    updateActiveTabValues({ query, ...(variables && { variables }) });
    queryEditor?.setValue(query);
    if (variables) variableEditor?.setValue(variables);
  };
}
