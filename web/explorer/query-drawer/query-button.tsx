import { isDrawerOpen } from './drawer-state.ts';

/** Opens and closes the drawer with the queries behind the page. */
export function QueryButton() {
  return (
    <button
      type="button"
      class="query-button"
      aria-expanded={isDrawerOpen.value}
      aria-controls="query-drawer"
      onClick={() => (isDrawerOpen.value = !isDrawerOpen.value)}
    >
      {'{ } GraphQL'}
    </button>
  );
}
