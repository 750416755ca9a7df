import { expect, it } from 'vitest';
import { killSeeder } from '../../crash/kill-seeder.ts';
import { firstSeed, runsOf } from '../../support/runs.ts';

const kills = runsOf(1);

// The processes share one folder, whatever store the other tests use.
it.skipIf(process.env.TEST_MONGODB_URI).each([
  ['with transactions', false],
  ['without transactions', true],
])(
  'killed seeders and their successors leave the same store as an undisturbed one, %s',
  async (_, alone) => {
    const report = await killSeeder({ kills, seed: firstSeed(11), alone });
    expect(report).toEqual({ kills, late: expect.any(Number), losses: [] });
  },
  60_000 + kills * 30_000,
);
