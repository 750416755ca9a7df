import { Command } from 'commander';
import { parseStoreConfig } from '../src/config/config.ts';
import { readEnvironment } from '../src/config/read-environment.ts';
import { exitCodes } from '../src/errors/exit-codes.ts';
import { assertNothingLost } from '../src/ingest/write/lost-collections.ts';
import { createMissing, describeMissing, findMissing } from '../src/store/collections.ts';
import { openStore } from '../src/store/open-store.ts';
import { explainSeedError } from './explain-seed-error.ts';
import { refuseSwallowedOptions } from './refuse-swallowed-options.ts';
import { say } from './stderr.ts';

const command = new Command('prepare')
  .description('Creates the collections and indexes that a store lacks.')
  .option('--check', 'create nothing, and exit with 65 if anything is missing')
  .option('--json', 'write the report as JSON to standard output')
  .addHelpText(
    'after',
    `
The store is the one at MONGODB_URI, or the embedded one in DATA_DIR (data).

Run it before gateways and seeders with ENSURE_INDEXES=0, as a user that may create collections and indexes. Building an index over
many documents is slow; reading and writing go on meanwhile. You can stop it at any time: the same command continues.

Exit codes:
  0    nothing is missing any more
  1    unexpected error
  2    usage
  65   something is missing (--check)
  69   the store is unavailable, or refuses a command
  78   a setting is wrong`,
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
  })
  .action(run);

async function run({ check = false, json = false }: { check?: boolean; json?: boolean }): Promise<void> {
  const store = await openStore(parseStoreConfig(readEnvironment()), { readOnly: true, socketTimeoutMS: 0 });
  try {
    await assertNothingLost(store.database);
    const missing = await findMissing(store.database);
    let built = 0;
    if (!check) {
      await createMissing(store.database, missing, (next) => {
        say(`${++built} of ${missing.length}: ${describeMissing(next)}`);
      });
    }
    const report = {
      store: store.address,
      [check ? 'missing' : 'created']: missing.map(({ collection, indexes }) => ({
        collection,
        indexes: indexes.map(({ key }) => key),
      })),
    };
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${resultLine(store.address, missing, check)}\n`);
    if (check && missing.length > 0) process.exitCode = exitCodes.badData;
  } finally {
    await store.close();
  }
}

function resultLine(address: string, missing: Awaited<ReturnType<typeof findMissing>>, check: boolean): string {
  if (missing.length === 0) return `The ${address} has all collections and indexes`;
  if (check) return `The ${address} lacks ${missing.map(describeMissing).join('; ')}`;
  const count = missing.reduce((sum, { indexes }) => sum + indexes.length, 0);
  return `Created ${count} indexes in the ${address}`;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

refuseSwallowedOptions(command);
command.parseAsync().catch((error: unknown) => {
  const { code, message } = explainSeedError(error);
  say(message);
  process.exit(code); // a pending connection attempt could keep the process running
});
