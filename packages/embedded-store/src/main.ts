#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { usualLimits } from './server/limits.ts';
import { serve } from './server/server.ts';
import { openEnvironment } from './storage/environment.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';

// The codes of BSD's sysexits.h: 66 no input, 69 unavailable, 78 configuration.
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

const program = new Command('embedded-store')
  .description('Serves a data folder to MongoDB tools. There is no authentication: keep it on loopback.')
  .option('--host <host>', 'address to listen on', parseHost, '127.0.0.1')
  .option('--port <port>', 'port to listen on; 0 for any free port', parsePort, 27017)
  .option('--data-dir <folder>', 'data folder', './data')
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
  exitWith(error);
}

function parseHost(text: string): string {
  if (text.includes('@'))
    throw new InvalidArgumentError('The store has no users: give a host name or address without user:password@.');
  return text;
}

function parsePort(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535)
    throw new InvalidArgumentError('A port must be a number from 0 to 65535.');
  return number;
}

function exitWith(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof StoreError ? exitCodes[error.code] : 1);
}
