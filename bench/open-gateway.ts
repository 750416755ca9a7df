import type { FastifyInstance } from 'fastify';
import { createGateway } from '../src/process/create-gateway.ts';
import type { Store } from '../src/store/open-store.ts';

/** A gateway without limits, and the reads that it sent since `commands` was emptied, as `find incidents`. */
export interface BenchGateway {
  app: FastifyInstance;
  commands: string[];
}

/** The store must have been opened with `monitorCommands`. */
export async function openGateway(store: Store): Promise<BenchGateway> {
  const commands: string[] = [];
  store.client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find' || commandName === 'aggregate') commands.push(`${commandName} ${command[commandName]}`);
  });
  const app = await createGateway(store, {
    requestTimeoutMs: 120_000,
    mutationTimeoutMs: 120_000,
    logLevel: 'silent',
    production: true,
    maxCost: 1_000_000,
    debugStore: false,
  });
  return { app, commands };
}
