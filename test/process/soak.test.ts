import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soak } from '../../scripts/soak.ts';
import { buildCommands, type Commands } from '../support/command.ts';

let commands: Commands;

beforeAll(() => {
  commands = buildCommands();
});
afterAll(() => commands?.remove());

describe('a gateway that is asked as much as it can answer, while articles are seeded', () => {
  it('fails nothing, and holds no more memory at the end than in between', async () => {
    const { gateway, seed } = commands.files;
    const report = await soak({ durationMs: 8000, clients: 20, articles: 60, gateway, seed });
    expect(report.failures).toEqual([]);
    expect(report.answers).toBeGreaterThan(50);
    expect(report.seedings).toBeGreaterThan(1);
    // In so short a time, heaps that grow to their size weigh more than a leak would.
    expect(report.memory.last).toBeLessThanOrEqual(report.memory.second * 2);
  }, 60_000);
});
