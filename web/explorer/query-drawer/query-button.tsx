/** Opens and closes the drawer with the queries behind the page. */
export function QueryButton() {
  return <button type="button">{'{ } GraphQL'}</button>;
}
