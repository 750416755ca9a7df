import type { Command } from 'commander';

/**
 * Ends the process with a usage error if npm took an option of the command for its own: `npm run seed --dry-run x.json`,
 * without `--` before the options, runs the command without them, and would write. npm passes what it took on in the
 * environment.
 */
export function refuseSwallowedOptions(command: Command, { env = process.env, argv = process.argv } = {}): void {
  const script = env.npm_lifecycle_event;
  if (env.npm_command !== 'run' && env.npm_command !== 'run-script') return;
  for (const { long } of command.options) {
    if (!long || argv.some((argument) => argument.split('=', 1)[0] === long)) continue;
    if (!env[`npm_config_${long.slice(2).replaceAll('-', '_')}`]) continue;
    command.error(`error: npm took ${long} for an option of its own; write: npm run ${script} -- ${long} …`);
  }
}
