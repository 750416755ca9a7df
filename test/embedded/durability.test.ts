import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { killWriter } from '../../scripts/kill-writer.ts';
import { temporaryFolder } from './test-store.ts';

it('keeps every acknowledged write and no half transaction when its process is killed', {
  timeout: 120_000,
}, async () => {
  const dataDir = temporaryFolder();
  try {
    const { acknowledged } = await killWriter(dataDir, 4, 7);
    expect(acknowledged).toBeGreaterThan(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
