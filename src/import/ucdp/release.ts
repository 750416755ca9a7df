const written = /^(\d{2})\.(\d{1,2})(?:\.(\d{1,2}))?$/;
const inFileName = /ged(?:event)?[-_ ]?v?(\d{2})[._]?(\d)(?:[._](\d{1,2}))?(?!\d)/i;

/** The release that added the columns `relid` and `code_status`. */
const newLayout = 200_100;
/** The last release without them. */
const oldLayout = 190_100;

/** Turns a release such as 23.1, or a monthly one such as 23.0.5, into a number in the same order: 230100, 230005. */
export function parseRelease(release: string): number | undefined {
  return versionOf(written.exec(release));
}

/** Reads the release from a file name of UCDP's: `GEDEvent_v23_1.csv`, `ged191.csv`. Undefined if there is none. */
export function releaseOfFile(path: string): number | undefined {
  return versionOf(inFileName.exec(path.slice(path.lastIndexOf('/') + 1)));
}

/** Guesses the release from the columns: the first release with the newer columns, or the last one without them. */
export function releaseOfColumns(values: Readonly<Record<string, string>>): number {
  return 'relid' in values && 'code_status' in values ? newLayout : oldLayout;
}

/** 2023 of 230100. */
export function yearOfRelease(version: number): number {
  return 2000 + Math.floor(version / 10_000);
}

function versionOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, year, part, month = '0'] = match;
  return Number(year) * 10_000 + Number(part) * 100 + Number(month);
}
