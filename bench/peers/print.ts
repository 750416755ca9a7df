import { availableParallelism, cpus } from 'node:os';
import type { Data } from './data.ts';
import { versions } from './install.ts';
import { nodeFlags, titleOf } from './server.ts';
import type { Shape } from './shapes.ts';

/** The measurements of one batch: CPU for each request and response times, in ms. */
export interface Batch {
  server: number;
  store: number;
  p50: number;
  p99: number;
}

/** The server to whose CPU that of the others is compared. */
export const baseline = 'hand-written';

/** Prints the machine, the versions, the data and how much is measured. */
export function printConditions({ summary }: Data, { inFlight, rounds }: { inFlight: number; rounds: number }): void {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`;
  const flags = nodeFlags.length > 0 ? `, all servers with ${nodeFlags.join(' ')}` : '';
  console.log(`${machine}, ${process.platform} ${process.arch}${flags}`);
  console.log(
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  );
  console.log(`${summary}; ${inFlight} requests in flight, medians of ${rounds} rounds\n`);
}

/** Prints the medians of each server's batches, and where the gateway misses its marks. */
export function printShape({ name, about, mark, ahead }: Shape, length: number, batches: Map<string, Batch[]>): void {
  const middle = (server: string, of: keyof Batch) =>
    atShare(
      (batches.get(server) ?? []).map((batch) => batch[of]),
      0.5,
    );
  console.log(`${name}: ${about} (${(length / 1000).toFixed(1)} kB)`);
  console.log(
    `${''.padEnd(26)}${'server CPU'.padStart(13)}${'ratio'.padStart(8)}${'store CPU'.padStart(13)}${'p50 / p99'.padStart(22)}`,
  );
  for (const server of batches.keys()) {
    const cpu = middle(server, 'server');
    const ratio = cpu / middle(baseline, 'server');
    const cells = [
      titleOf(server).padEnd(26),
      `${cpu.toFixed(2)} ms`.padStart(13),
      ratio.toFixed(2).padStart(8),
      `${middle(server, 'store').toFixed(2)} ms`.padStart(13),
      `${middle(server, 'p50').toFixed(1)} / ${middle(server, 'p99').toFixed(1)} ms`.padStart(22),
    ];
    if (server === 'gateway') {
      if (ratio > mark) cells.push(`  ABOVE ${mark}`);
      const before = ahead.filter((other) => middle(other, 'server') < cpu);
      if (before.length > 0) cells.push(`  BEHIND ${before.join(', ')}`);
    }
    console.log(cells.join(''));
  }
  console.log('');
}

export function atShare(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
