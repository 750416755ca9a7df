/** Returns a table of rows as CSV, each cell quoted. A row has the values of `valid` where it sets none. */
export function csvTable(
  valid: Readonly<Record<string, string>>,
  rows: readonly Partial<Record<string, string>>[],
  separator = ',',
): string {
  const columns = Object.keys({ ...valid, ...rows[0] });
  const line = (values: (string | undefined)[]) =>
    values.map((each = '') => `"${each.replaceAll('"', '""')}"`).join(separator);
  return `${[line(columns), ...rows.map((row) => line(columns.map((name) => ({ ...valid, ...row })[name])))].join('\n')}\n`;
}
