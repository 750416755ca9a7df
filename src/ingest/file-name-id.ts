/**
 * The id that a file lends to the one article in it: its name without folders and without `.gz` and then `.json` or
 * `.txt`, lower-cased, what is left of other characters than a to z, 0 to 9 and `-` as one `-`, none at the ends.
 */
export function fileNameId(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).toLowerCase();
  return name
    .replace(/\.gz$/, '')
    .replace(/\.(json|txt)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
