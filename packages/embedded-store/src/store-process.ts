import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Limits } from './server/limits.ts';
import type { Address, Listener } from './server/listener.ts';
import { serve } from './server/server.ts';
import { openEnvironment } from './storage/environment.ts';
import { StoreError } from './store-error.ts';

/** The process's input, as JSON in its first argument. */
export interface StoreProcessInput {
  dataDir: string;
  /** A socket must be in a folder of its own, which is removed with it. */
  address: Address;
  limits: Limits;
}

/** The messages that the process sends to its parent. */
export type StoreProcessReport =
  | { state: 'listening'; port: number | null }
  | { state: 'failed'; code: StoreError['code']; message: string }
  | { state: 'died'; message: string }
  | { state: 'closed' };

const { dataDir, address, limits } = JSON.parse(process.argv[2] ?? '') as StoreProcessInput;

// Ctrl-C and a service manager's signal reach both processes. Ignore them here: the parent decides when to close.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('uncaughtException', (error) => end({ state: 'died', message: String(error) }, 1));

try {
  const listener = await serve(openEnvironment(dataDir), address, limits);
  closeWhenAsked(listener);
  process.send?.({ state: 'listening', port: listener.port } satisfies StoreProcessReport);
} catch (error) {
  const code = error instanceof StoreError ? error.code : 'UNUSABLE_FOLDER';
  end({ state: 'failed', code, message: error instanceof Error ? error.message : String(error) }, 1);
}

/** Closes when the parent asks for it or has ended. */
function closeWhenAsked(listener: Listener): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await listener.close();
    // The parent, which would remove the socket's folder, is gone.
    if (!process.connected && 'path' in address) rmSync(dirname(address.path), { recursive: true, force: true });
    end({ state: 'closed' }, 0);
  };
  process.once('message', close);
  process.once('disconnect', close);
}

function end(report: StoreProcessReport, status: number): void {
  if (process.connected) process.send?.(report, () => process.exit(status));
  else process.exit(status);
}
