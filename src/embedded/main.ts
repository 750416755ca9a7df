#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { usualLimits } from './server/limits.ts';
import { serve } from './server/server.ts';
import { openEnvironment } from './storage/environment.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';

// As in BSD's sysexits.h: 66 no input, 69 unavailable, 78 configuration.
const exitCodes: Record<StoreErrorCode, number> = {
  NOT_A_FOLDER: 66,
  NO_PERMISSION: 66,
  UNUSABLE_FOLDER: 66,
  INCOMPATIBLE_VERSION: 78,
  FOREIGN_DATA: 78,
  CORRUPT_DATA: 78,
  PORT_IN_USE: 69,
  CANNOT_LISTEN: 69,
  STORE_DIED: 1,
};

const program = new Command('store')
  .description(
    'Serves the embedded document store alone, for any MongoDB tool. There is no authentication: keep it on loopback.',
  )
  .option('--host <host>', 'the address to listen on', '127.0.0.1')
  .option('--port <port>', 'the port to listen on; 0 takes a free one', parsePort, 27017)
  .option('--data-dir <folder>', 'where the data is', './data')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const { host, port, dataDir } = program.parse().opts<{ host: string; port: number; dataDir: string }>();

try {
  const store = await serve(openEnvironment(dataDir), { host, port }, usualLimits);
  console.log(`mongodb://${host.includes(':') ? `[${host}]` : host}:${store.port}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await store.close();
      process.exit(0);
    });
  }
} catch (error) {
  fail(error);
}

function parsePort(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof StoreError ? exitCodes[error.code] : 1);
}
