const written = /^(\d{4})-(0[1-9]|1[0-2])$/;
const inFileName = /globalterrorismdb_(0[1-9]|1[0-2])(\d{2})dist/i;

/** Turns a release, named by its month such as 2022-05, into a number in the same order: 202205. */
export function parseRelease(release: string): number | undefined {
  const [, year, month] = written.exec(release) ?? [];
  return year === undefined ? undefined : Number(year) * 100 + Number(month);
}

/** Reads the release from a file name of GTD's: `globalterrorismdb_0522dist.csv` is of May 2022. */
export function releaseOfFile(path: string): number | undefined {
  const [, month, year] = inFileName.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  return year === undefined ? undefined : (2000 + Number(year)) * 100 + Number(month);
}

/** `2022-05-01` of 202205. */
export function firstDayOfRelease(version: number): string {
  return `${Math.floor(version / 100)}-${String(version % 100).padStart(2, '0')}-01`;
}
