import { expect, it } from 'vitest';
import { killSubscriber } from '../../crash/kill-subscriber.ts';
import { firstSeed, runsOf } from '../../support/runs.ts';

const cycles = runsOf(1);

// The processes share one folder, whatever store the other tests use.
it.skipIf(process.env.TEST_MONGODB_URI)(
  'subscribers keep what a query returns, though gateways, seeders and they themselves are killed',
  async () => {
    const report = await killSubscriber({ cycles, seed: firstSeed(12) });
    expect(report).toMatchObject({ cycles, losses: [] });
    expect(report.applied).toBeGreaterThan(0);
  },
  120_000 + cycles * 60_000,
);
