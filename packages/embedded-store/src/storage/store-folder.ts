import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const formatFile = 'FORMAT';
export const dataFileName = 'data.mdb';

/** Returns whether a folder holds a store, of whatever format. Creates and changes nothing. */
export function isStoreFolder(dataDir: string): boolean {
  return [formatFile, dataFileName].some((name) => existsSync(join(dataDir, name)));
}
