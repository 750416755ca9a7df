import { ChevronDownIcon, DropdownMenu } from '@graphiql/react';
import { exampleQueries } from './example-queries.ts';
import { useOpenQuery } from './open-query.ts';

/** A menu of the shipped queries. It restores a query after its tab was closed or edited. */
export function ExamplesMenu() {
  const openQuery = useOpenQuery();
  return (
    <DropdownMenu>
      <DropdownMenu.Button type="button" className="examples-button">
        Examples
        <ChevronDownIcon aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content align="end" collisionPadding={8} className="examples">
        {exampleQueries.map((example) => (
          <DropdownMenu.Item key={example.title} onSelect={() => openQuery({ query: example.query, variables: '' })}>
            {example.title}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}
