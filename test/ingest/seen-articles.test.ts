import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { createSeenArticles } from '../../src/ingest/seen-articles.ts';
import { createSpool, SpoolFailure } from '../../src/ingest/spool.ts';

it('finds each of many articles by its id and version, with what was recorded of it', () => {
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

it('what is more than memory is to hold needs a temporary folder', () => {
  vi.stubEnv('TMPDIR', '/nowhere');
  const spool = createSpool();
  const record = Buffer.alloc(10_000_000);
  spool.append(record);
  expect(() => spool.append(record)).toThrow(SpoolFailure);
  expect(() => spool.append(record)).toThrow(
    'The temporary folder /nowhere cannot hold what was read: ENOENT. Set TMPDIR to a folder with room for all that is to be seeded',
  );
  vi.unstubAllEnvs();
});
