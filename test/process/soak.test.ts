import { beforeAll, describe, expect, it } from 'vitest';
import { soak } from '../crash/soak.ts';
import { buildCommands, type Commands } from '../support/command.ts';

let commands: Commands;

beforeAll(() => {
  commands = buildCommands();
});

describe('a gateway under full load while articles are seeded', () => {
  it('fails no request, and uses no more memory at the end than halfway', async () => {
    const { gateway, seed } = commands.files;
    const report = await soak({ durationMs: 8000, clients: 20, articles: 60, gateway, seed });
    expect(report.failures).toEqual([]);
    expect(report.answers).toBeGreaterThan(50);
    expect(report.seedings).toBeGreaterThan(1);
    // In such a short run, the initial growth of the heap exceeds any leak.
    expect(report.memory.last).toBeLessThanOrEqual(report.memory.second * 2);
  }, 60_000);
});
