import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';
import { ConfigError, readSettingFile } from '../../config/parse-setting.ts';
import { isJsonObject, type JsonObject } from '../../ingest/json/json-object.ts';

/** What a model is told, and the form of its answer. */
export interface ModelFiles {
  prompt: string;
  schema: JsonObject;
}

/**
 * Reads `prompt.md` and `schema.json` of a folder, by default `seed/draft`. The schema is sent without the keys that
 * begin with `x-`, which are for people.
 *
 * @throws ConfigError if a file is missing or malformed.
 */
export function readModelFiles(folder = join(packageRoot, 'seed', 'draft')): ModelFiles {
  const path = join(folder, 'schema.json');
  let schema: unknown;
  try {
    schema = JSON.parse(readSettingFile('DRAFT_FILES', path));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError('DRAFT_FILES', 'a folder whose schema.json is JSON', folder);
  }
  if (!isJsonObject(schema)) throw new ConfigError('DRAFT_FILES', 'a folder whose schema.json is an object', folder);
  const sent = Object.fromEntries(Object.entries(schema).filter(([key]) => !key.startsWith('x-') && key !== '$schema'));
  return { prompt: readSettingFile('DRAFT_FILES', join(folder, 'prompt.md')), schema: sent };
}
