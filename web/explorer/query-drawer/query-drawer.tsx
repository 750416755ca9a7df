/** The real query behind what is shown. */
export function QueryDrawer() {
  return null;
}
