import { expect, it } from 'vitest';
import { killDump } from '../../crash/kill-dump.ts';
import { firstSeed, runsOf } from '../../support/runs.ts';

const kills = runsOf(2);

// The processes share one folder, whatever store the other tests use.
it.skipIf(process.env.TEST_MONGODB_URI).each([
  ['with transactions', false],
  ['without transactions', true],
])(
  'a dump killed while another program writes leaves no partial file, and a complete one misses nothing, %s',
  async (_, alone) => {
    const report = await killDump({ kills, seed: firstSeed(11), alone });
    expect(report).toMatchObject({ kills, losses: [] });
    expect(report.writes).toBeGreaterThan(0);
  },
  60_000 + kills * 30_000,
);
