import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cutPower } from '../../scripts/cut-power.ts';
import { killWriter } from '../../scripts/kill-writer.ts';
import { temporaryFolder } from './test-store.ts';

it('keeps every acknowledged write and no half transaction, whenever its process is killed', {
  timeout: 120_000,
}, async () => {
  const dataDir = temporaryFolder();
  try {
    const report = await killWriter(dataDir, 8, 7);
    expect(report).toMatchObject({ kills: 8, losses: [] });
    expect(report.acknowledged).toBeGreaterThan(20);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

it('has after a power cut what was acknowledged, whatever the disk has of the last write', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  try {
    expect(await cutPower(folder, 20, 11)).toMatchObject({ cuts: 20, losses: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
