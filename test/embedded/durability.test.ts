import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cutPower } from '../../scripts/cut-power.ts';
import { killWriter } from '../../scripts/kill-writer.ts';
import { newestTransaction } from '../../src/embedded/storage/data-file.ts';
import { openJournal } from '../../src/embedded/storage/journal.ts';
import { openStore, temporaryFolder } from './test-store.ts';

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

it('keeps a write too long for the journal, whatever a killed process has left there under its number', async () => {
  const { client, db, dataDir, close } = await openStore();
  const copy = temporaryFolder();
  try {
    await db.createCollection('things');
    const journal = openJournal(dataDir);
    journal.begin();
    journal.add('documents', Buffer.from('never'), Buffer.from('committed'));
    journal.record(newestTransaction(join(dataDir, 'data.mdb')) + 1);
    journal.close();
    const long = Array.from({ length: 18 }, () => ({ text: 'long '.repeat(200_000) }));
    await client.withSession((session) =>
      session.withTransaction(() => db.collection('things').insertMany(long, { session })),
    );
    cpSync(dataDir, copy, { recursive: true });
  } finally {
    await close();
  }
  const opened = await openStore(copy);
  try {
    expect(await opened.db.collection('things').countDocuments({})).toBe(18);
  } finally {
    await opened.close();
  }
});
