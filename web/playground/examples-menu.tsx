import { ChevronDownIcon, DropdownMenu, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type ExampleQuery, exampleQueries } from './example-queries.ts';

/** A menu of the shipped queries. It restores a query after its tab was closed or edited. */
export function ExamplesMenu() {
  const openExample = useOpenExample();
  return (
    <DropdownMenu>
      <DropdownMenu.Button type="button" className="examples-button">
        Examples
        <ChevronDownIcon aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content align="end" collisionPadding={8} className="examples">
        {exampleQueries.map((example) => (
          <DropdownMenu.Item key={example.title} onSelect={() => openExample(example)}>
            {example.title}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}

/** Selects the tab that holds the query unchanged, fills the current tab if it is blank, or else opens a new tab. */
function useOpenExample(): (example: ExampleQuery) => void {
  const { tabs, queryEditor } = useGraphiQL(pick('tabs', 'queryEditor'));
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  return ({ query }) => {
    const index = tabs.findIndex((tab) => tab.query === query);
    if (index >= 0) return changeTab(index);
    if (queryEditor?.getValue().trim()) addTab();
    updateActiveTabValues({ query });
    queryEditor?.setValue(query);
  };
}
