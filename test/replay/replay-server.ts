import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore } from '#embedded-store';

/** A server to replay on. */
export interface ReplayServer {
  uri: string;
  close(): Promise<void>;
}

/** Starts an embedded store in a temporary folder, which `close` removes. */
export async function startOwnServer(): Promise<ReplayServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'replay-'));
  const { uri, close } = await startEmbeddedStore({ dataDir });
  return { uri, close: () => close().finally(() => rm(dataDir, { recursive: true, force: true })) };
}
