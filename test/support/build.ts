import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root.ts';
import { commandFolder, runTool } from './command.ts';

/**
 * Builds the packages once before the tests: compiled commands and processes use the build, not the source. Creates the
 * folder of the compiled commands, and removes it after the tests.
 */
export function setup(): () => void {
  const output = runTool('typescript', 'bin/tsc', ['-p', 'packages/embedded-store/tsconfig.build.json']);
  if (output) throw new Error(`The embedded store could not be built: ${output}`);
  const cache = join(packageRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'commands-'));
  process.env[commandFolder] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
