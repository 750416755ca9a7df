import { expect, it } from 'vitest';
import { killSeeder } from '../../scripts/kill-seeder.ts';
import { firstSeed, runsOf } from '../support/runs.ts';

const kills = runsOf(1);

// It is about processes that use one folder, whatever the other tests use.
it.skipIf(process.env.TEST_MONGODB_URI).each([
  ['with transactions', false],
  ['without transactions', true],
])(
  'ends as an undisturbed seeder would when one is killed and another runs, %s',
  async (_, alone) => {
    const report = await killSeeder({ kills, seed: firstSeed(11), alone });
    expect(report).toEqual({ kills, late: expect.any(Number), losses: [] });
  },
  60_000 + kills * 30_000,
);
