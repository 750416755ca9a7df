/**
 * Returns the id that the name of a file gives to an article without one. Folders, `.gz`, and `.json` or `.txt` are
 * removed, the rest is lower-cased, and each run of characters other than a to z and 0 to 9 becomes one `-`, with none
 * at the ends.
 */
export function fileNameId(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).toLowerCase();
  return name
    .replace(/\.gz$/, '')
    .replace(/\.(json|txt)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
