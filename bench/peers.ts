import { deepStrictEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import { type Data, openData } from './peers/data.ts';
import { InstallFailed, installPeers } from './peers/install.ts';
import { createLoad, type Load } from './peers/load.ts';
import { atShare, type Batch, baseline, printConditions, printShape } from './peers/print.ts';
import { cpuOfProcess } from './peers/process-cpu.ts';
import { gatewayProgram, type Server, serverNames, startServer, titleOf } from './peers/server.ts';
import { type Shape, shapes } from './peers/shapes.ts';

/*
 * Compares the gateway with other servers of the same answers on one embedded store: `npm run bench -- peers`, or with
 * names of shapes. The gateway must be built. BENCH_PEERS names the servers, BENCH_ROUNDS, BENCH_SCALE and BENCH_IN_FLIGHT
 * set how much is measured, BENCH_ARTICLES the size of the data, which BENCH_DATA_DIR keeps for the next run.
 */

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const inFlight = Number(process.env.BENCH_IN_FLIGHT ?? 8);
/** Scales the number of requests in batches and before them, for a quick look. */
const scale = Number(process.env.BENCH_SCALE ?? 1);
/** The number of variables with which the answers of all servers are compared. */
const compared = 12;
const peers = (process.env.BENCH_PEERS ?? 'apollo,mercurius,yoga,gateway')
  .split(',')
  .filter((name) => name !== baseline);

/** Two servers return different data. The message shows the difference. */
class AnswersDiffer extends Error {}

/** Prints CPU for each request, its ratio to the hand-written endpoint, and response times, as medians over rounds. */
export async function benchPeers(names: readonly string[]): Promise<void> {
  const chosen = shapes.filter(({ name }) => names.length === 0 || names.includes(name));
  const unknown = peers.find((name) => !serverNames.includes(name));
  if (chosen.length === 0 || unknown !== undefined) {
    const usage = `Usage: npm run bench -- peers [${shapes.map(({ name }) => name).join('|')}]...`;
    return fail(`${usage}, with BENCH_PEERS=${serverNames.join(',')} or some of these`, 2);
  }
  if (!existsSync(gatewayProgram)) return fail('The project is not built: run `npm run build` first');
  try {
    await run(installPeers(), chosen);
  } catch (error) {
    if (!(error instanceof InstallFailed || error instanceof AnswersDiffer)) throw error;
    fail(error.message);
  }
}

function fail(message: string, exitCode = 1): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

async function run(folder: string, chosen: readonly Shape[]): Promise<void> {
  const data = await openData();
  const load = createLoad(inFlight);
  const servers: Server[] = [];
  try {
    for (const name of [baseline, ...peers]) servers.push(await startServer(name, folder, data.uri));
    printConditions(data, { inFlight, rounds });
    for (const shape of chosen) {
      const length = await compareAnswers(shape, servers, data, load);
      const batches = await measure(shape, servers, data, load);
      printShape(shape, length, batches);
    }
  } finally {
    load.close();
    await Promise.all(servers.map((server) => server.close()));
    await data.close();
  }
}

/** Returns the bodies of requests from the `offset`th on, each with its own variables. */
function bodiesOf({ operation, query, variable }: Shape, { variables }: Data, offset: number, count: number): string[] {
  const values = variables[variable];
  return Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      operationName: operation,
      query,
      variables: { [variable]: values[(offset + i) % values.length] },
    }),
  );
}

/**
 * Compares the data that all servers return, for several variables. Returns the mean length of the answers in
 * bytes.
 *
 * @throws AnswersDiffer unless they are equal.
 */
async function compareAnswers(shape: Shape, servers: readonly Server[], data: Data, load: Load): Promise<number> {
  let bytes = 0;
  for (const body of bodiesOf(shape, data, 0, compared)) {
    let expected: unknown;
    for (const { name, url } of servers) {
      const text = await load.send(url, body);
      const answer = JSON.parse(text).data;
      if (name === baseline) [expected, bytes] = [answer, bytes + Buffer.byteLength(text) / compared];
      const message = `${titleOf(name)} and ${titleOf(baseline)} differ on ${body}`;
      try {
        deepStrictEqual(answer, expected);
      } catch (error) {
        throw new AnswersDiffer(`${message}\n${(error as Error).message}`);
      }
    }
  }
  return bytes;
}

/** Measures the servers in turns, beginning with another one in each round. */
async function measure(shape: Shape, servers: Server[], data: Data, load: Load): Promise<Map<string, Batch[]>> {
  const [warmUp, batch] = [Math.ceil(shape.warmUp * scale), Math.ceil(shape.batch * scale)];
  for (const { url } of servers) await load.sendAll(url, bodiesOf(shape, data, 0, warmUp));
  const batches = new Map(servers.map(({ name }) => [name, [] as Batch[]]));
  for (let round = 0; round < rounds; round++) {
    const bodies = bodiesOf(shape, data, round * batch, batch);
    const first = round % servers.length;
    for (const server of [...servers.slice(first), ...servers.slice(0, first)])
      batches.get(server.name)?.push(await measureBatch(server, bodies, data, load));
  }
  return batches;
}

async function measureBatch(server: Server, bodies: readonly string[], { pid }: Data, load: Load): Promise<Batch> {
  const [cpu, storeCpu] = [await server.cpu(), cpuOfProcess(pid)];
  const times = await load.sendAll(server.url, bodies);
  const count = bodies.length;
  return {
    server: ((await server.cpu()) - cpu) / count,
    store: (cpuOfProcess(pid) - storeCpu) / count,
    p50: atShare(times, 0.5),
    p99: atShare(times, 0.99),
  };
}
