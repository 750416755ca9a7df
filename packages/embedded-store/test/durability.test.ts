import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newestTransaction } from '../src/storage/data-file.ts';
import { openJournal } from '../src/storage/journal.ts';
import { cutPower } from './crash/cut-power.ts';
import { killWriter } from './crash/kill-writer.ts';
import { openStore, temporaryFolder } from './test-store.ts';

it('keeps every acknowledged write and no partial transaction when its process is killed at any moment', {
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

it('keeps every acknowledged write after a power cut, whichever sectors of the last write are on the disk', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  try {
    expect(await cutPower(folder, 20, 11)).toMatchObject({ cuts: 20, losses: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('keeps a write too long for the journal, even if a killed process left a journal entry with its number', async () => {
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
