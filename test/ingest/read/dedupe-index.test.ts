import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { createSeenArticles } from '../../../src/ingest/read/dedupe-index.ts';
import { createSpool, SpoolFailure } from '../../../src/ingest/read/spool.ts';

it('the index finds each of many articles by id and version, with its record', () => {
  const spool = createSpool();
  const seen = createSeenArticles();
  const records = Array.from({ length: 10_000 }, (_, index) => `${index} ${'x'.repeat(index % 5_000)}`);
  for (const [index, record] of records.entries()) {
    const contentHash = createHash('sha256').update(record).digest();
    seen.add(`a-${index >> 1}`, index % 2 ? index : undefined, {
      contentHash,
      place: spool.append(Buffer.from(record)),
    });
  }
  expect(seen.size).toBe(records.length);
  for (const [index, record] of records.entries()) {
    const found = seen.find(`a-${index >> 1}`, index % 2 ? index : undefined);
    expect(found).toBe(index);
    const { contentHash, place } = seen.at(index);
    if (!contentHash.equals(createHash('sha256').update(record).digest())) throw new Error(`Another hash at ${index}`);
    if (spool.read(place).toString() !== record) throw new Error(`Another record at ${index}`);
  }
  expect(seen.find('a-0', 7)).toBeUndefined();
  spool.close();
});

it('the spool needs a temporary folder if it exceeds its memory', () => {
  vi.stubEnv('TMPDIR', '/nowhere');
  const spool = createSpool();
  const record = Buffer.alloc(10_000_000);
  spool.append(record);
  expect(() => spool.append(record)).toThrow(SpoolFailure);
  expect(() => spool.append(record)).toThrow(
    'Writing to the temporary folder /nowhere failed: ENOENT. Set TMPDIR to a folder with space for all articles of the run',
  );
  vi.unstubAllEnvs();
});
