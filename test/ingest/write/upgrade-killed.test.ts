import { expect, it } from 'vitest';
import { killUpgrade } from '../../crash/kill-upgrade.ts';
import { firstSeed, runsOf } from '../../support/runs.ts';

const kills = runsOf(1);

// Tests processes that share an embedded store's folder, so it is skipped when the other tests use a server.
it.skipIf(process.env.TEST_MONGODB_URI).each([
  ['with transactions', false],
  ['without transactions', true],
])(
  'an upgrade after killed ones brings an older store to the documents that follow from its articles, %s',
  async (_, alone) => {
    const report = await killUpgrade({ kills, seed: firstSeed(11), alone });
    expect(report).toMatchObject({ kills, losses: [] });
  },
  120_000 + kills * 30_000,
);
