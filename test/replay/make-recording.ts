import { recordQueries } from './record-queries.ts';
import { recordStart } from './record-start.ts';
import { recordWrites } from './record-writes.ts';
import type { Recording } from './recording.ts';
import { openStudio } from './studio.ts';

/**
 * Does everything that the gateway and its tools do with a store, with fixed data and seeds, on an embedded store of
 * its own, and returns what they sent. Takes about a minute.
 */
export async function makeRecording(): Promise<Recording> {
  const studio = await openStudio();
  try {
    await recordStart(studio);
    await recordQueries(studio);
    await recordWrites(studio);
    return studio.recording;
  } finally {
    await studio.close();
  }
}
