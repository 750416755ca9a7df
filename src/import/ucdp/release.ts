const written = /^(\d{2})\.(\d{1,2})(?:\.(\d{1,2}))?$/;
const inFileName = /ged(?:event)?[-_ ]?v?(\d{2})[._]?(\d)(?:[._](\d{1,2}))?(?!\d)/i;

/** The release that added the columns `relid` and `code_status`. */
const newLayout = 200_100;
/** The last one without them. */
const oldLayout = 190_100;

/** A release such as 23.1, or a monthly one such as 23.0.5, as a number that grows with it: 230100, 230005. */
export function parseRelease(release: string): number | undefined {
  return versionOf(written.exec(release));
}

/** The release that UCDP writes into its file names: `GEDEvent_v23_1.csv`, `ged191.csv`. */
export function releaseOfFile(path: string): number | undefined {
  return versionOf(inFileName.exec(path.slice(path.lastIndexOf('/') + 1)));
}

/** The release by the columns alone: of those that have these, the last without or the first with the newer ones. */
export function releaseOfColumns(values: Readonly<Record<string, string>>): number {
  return 'relid' in values && 'code_status' in values ? newLayout : oldLayout;
}

function versionOf(match: RegExpExecArray | null): number | undefined {
  if (!match) return undefined;
  const [, year, part, month = '0'] = match;
  return Number(year) * 10_000 + Number(part) * 100 + Number(month);
}
