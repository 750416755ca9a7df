import { Command } from 'commander';
import { parseStoreConfig } from '../src/config/config.ts';
import { readEnvironment } from '../src/config/read-environment.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { noChanges } from '../src/ingest/drafts/write-plan.ts';
import { hasForeignRules, readStoreRules } from '../src/ingest/write/store-rules.ts';
import { openStore } from '../src/store/open-store.ts';
import { describeStore } from './describe-store.ts';
import { explainSeedError } from './explain-seed-error.ts';
import { guardOutput } from './guard-output.ts';
import { upgradeWithProgress } from './open-current-store.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { changeLines } from './seed-report.ts';
import { say } from './stderr.ts';

const command = new Command('upgrade')
  .description('Upgrades a store written by an earlier version to the rules of this one, in place.')
  .option('--json', 'write the report as JSON to standard output')
  .addHelpText(
    'after',
    `
The store is the one at MONGODB_URI, or the embedded one in DATA_DIR (data), which the gateway also upgrades at start.

Missing indexes are created, and every document is derived again from the stored articles and merges. Other writers wait,
those of earlier versions are refused, and gateways answer no queries until it is done. You can stop it at any time,
such as with Ctrl-C: the same command, or the next write, starts again.

Exit codes:
  0    upgraded, or nothing to do
  1    unexpected error
  2    usage
  69   the store is unavailable
  74   a disk is full
  78   a setting is wrong, or a later version upgraded the store`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run({ json = false }: { json?: boolean }): Promise<void> {
  const config = parseStoreConfig(readEnvironment());
  // Building an index over many documents is slow, so the socket has no timeout.
  const store = await openStore(config, {
    socketTimeoutMS: 0,
    leavesAsIs: hasForeignRules({ upgrades: true }),
  });
  try {
    const upgrade = await upgradeWithProgress(store);
    const version = upgrade?.to ?? (await readStoreRules(store.database))?.version ?? null;
    const report = { ...(upgrade ?? { from: version, to: version, changes: noChanges() }), store: store.place };
    const where = describeStore(store);
    const lines = upgrade ? upgradeLines(report, where) : [upToDate(version, where)];
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
}

function upgradeLines(
  { from, to, changes }: { from: number | null; to: number | null; changes: ReturnType<typeof noChanges> },
  store: string,
): string[] {
  const changed = changeLines(changes);
  return [
    `Upgraded ${store} from rules version ${from} to ${to}; what changed:`,
    ...(changed.length > 0 ? changed : ['  nothing']),
  ];
}

function upToDate(version: number | null, store: string): string {
  const named = `${store.charAt(0).toUpperCase()}${store.slice(1)}`;
  return version === null
    ? `${named} is empty: there is nothing to upgrade`
    : `${named} is up to date: it has rules version ${version}`;
}

guardOutput();

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainSeedError(error);
  say(message);
  process.exit(code); // a pending connection attempt could keep the process running
});
