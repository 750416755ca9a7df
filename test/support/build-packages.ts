import { runTool } from './command.ts';

/** Builds the packages once before the tests: compiled commands and processes use the build, not the source. */
export function setup(): void {
  const output = runTool('typescript', 'bin/tsc', ['-p', 'packages/embedded-store/tsconfig.build.json']);
  if (output) throw new Error(`The embedded store could not be built: ${output}`);
}
