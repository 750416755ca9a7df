import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Scrolls the active tab into view. The row of tabs scrolls if it is too narrow for all of them. */
export function ActiveTab() {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const title = tabs[activeTabIndex]?.title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab moves or grows when these change
  useEffect(() => {
    document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tabs.length, activeTabIndex, title]);
  return null;
}
