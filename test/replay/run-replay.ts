import { randomBytes } from 'node:crypto';
import { BSON } from 'mongodb';
import { exitCodes } from '../../src/errors/exit-codes.ts';
import { openStore, StoreUnavailable } from '../../src/store/open-store.ts';
import { plural } from '../../src/text/plural.ts';
import { type KnownDifference, knownDifferences, type Omission, omissions } from './known-differences.ts';
import type { Recording, Step } from './recording.ts';
import { type Difference, replayRecording } from './replay-recording.ts';
import { readServerKind } from './server-kind.ts';
import { shapeOf } from './shape.ts';

export interface ReplayRun {
  uri: string;
  recording: Recording;
  /** Writes a line of the report. */
  say: (line: string) => void;
  signal?: AbortSignal;
}

const maxShown = 300;

/**
 * Replays a recording on a server and reports each difference and a summary. Returns the exit code. The databases that
 * it makes are dropped, also after an abort.
 *
 * @throws StoreUnavailable if the server cannot be reached, or refuses a command.
 */
export async function runReplay({ uri, recording, say, signal }: ReplayRun): Promise<number> {
  const store = await openStore({ mongodbUri: uri }, { readOnly: true });
  try {
    const { kind, version } = await readServerKind(store.client);
    const prefix = `incident-graph-replay-${randomBytes(4).toString('hex')}`;
    say(`Replaying on the ${store.address} (${kind} ${version}), in databases ${prefix}-…`);
    const known = new Map<KnownDifference, number>();
    const omitted = new Map<Omission, number>();
    let unknown = 0;
    const isOmitted = (step: Step) => {
      const entry = omissions.find(({ server, isIt }) => server === kind && isIt(step));
      if (entry) omitted.set(entry, (omitted.get(entry) ?? 0) + 1);
      return entry !== undefined;
    };
    const onDifference = (difference: Difference) => {
      const entry = knownDifferences.find(({ server, isIt }) => server === kind && isIt(difference));
      if (entry) known.set(entry, (known.get(entry) ?? 0) + 1);
      else unknown++;
      if (!entry) say(`differs: ${describe(difference)}`);
    };
    const options = { prefix, signal, isOmitted, onDifference };
    const { compared, unsent } = await replayRecording(recording, store.client, options);
    if (signal?.aborted) return exitCodes.ok;
    for (const [{ reason }, count] of known) say(`known: ${plural(count, 'command')}: ${reason}`);
    for (const [{ reason }, count] of omitted) say(`not sent: ${plural(count, 'command')}: ${reason}`);
    const stale = knownDifferences.filter((entry) => entry.server === kind && !known.has(entry));
    for (const { reason } of stale) say(`no longer differs: ${reason}`);
    const all = [...known.values()].reduce((sum, count) => sum + count, 0);
    if (unsent > 0) say(`not sent: ${plural(unsent, 'command')}: the server has no transactions`);
    say(`${plural(compared, 'command')}, ${compared - all - unknown} equal, ${all} differ (known), ${unknown} differ`);
    return unknown > 0 ? exitCodes.badData : exitCodes.ok;
  } catch (error) {
    throw refusalOf(error, store.address) ?? error;
  } finally {
    await store.close();
  }
}

/** The codes of MongoDB for users without a privilege or without a password. */
const refusals = new Set([13, 18]);

function refusalOf(error: unknown, address: string): StoreUnavailable | undefined {
  const { code, message } = error as { code?: unknown; message?: string };
  if (!refusals.has(Number(code))) return undefined;
  const advice =
    'The replay needs a user that may make and drop databases, such as one with the role readWriteAnyDatabase';
  return new StoreUnavailable(`The ${address} refused a command: ${message}. ${advice}`, error);
}

function describe({ sequence, step, at, recorded, found }: Difference): string {
  const place = at === '' ? '' : ` at ${at}`;
  return `${sequence}: ${shapeOf(step)}${place}: recorded ${show(recorded)}, answered ${show(found)}`;
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : BSON.EJSON.stringify({ value }).slice(9, -1);
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
