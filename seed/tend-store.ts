import { exitCodes } from '../src/exit-codes.ts';
import { type Duplicate, findDuplicates } from '../src/ingest/find-duplicates.ts';
import { addChanges, noChanges } from '../src/ingest/plan-write.ts';
import { rebuildStore } from '../src/ingest/rebuild-store.ts';
import { type Difference, verifyStore } from '../src/ingest/verify-store.ts';
import { type MergeSummary, removeMerge, writeMerge } from '../src/ingest/write-merges.ts';
import type { Store } from '../src/store/open-store.ts';
import { formatThing, type MergeOption, type ThingId } from './merge-option.ts';
import { plural } from './say.ts';
import { changeLines } from './seed-report.ts';

/** What came of a command that looks after a store: for programs, for readers, and what to exit with. */
export interface Outcome {
  report: object;
  lines: string[];
  exitCode: number;
}

const maxShownNames = 80;

/** Takes merges back, then makes others, one after the other. Whether the things are stored does not matter. */
export async function mergeThings(
  { database, client }: Store,
  removed: readonly ThingId[],
  made: readonly MergeOption[],
): Promise<Outcome> {
  const lines: string[] = [];
  let changes = noChanges();
  for (const { type, slug } of removed) {
    const summary = await removeMerge(database, client, { type, from: slug });
    changes = addChanges(changes, summary.changes);
    const id = formatThing(type, slug);
    lines.push(summary.unchanged ? `${id} was not merged` : `${id} is itself again`);
  }
  for (const { type, from, into } of made) {
    const summary = await writeMerge(database, client, { type, from, into });
    changes = addChanges(changes, summary.changes);
    lines.push(mergeLine({ type, from, into }, summary));
  }
  const report = { merged: made, unmerged: removed.map(({ type, slug }) => ({ type, from: slug })), changes };
  return { report, lines: [...lines, ...changeLines(changes)], exitCode: exitCodes.ok };
}

/** What the old id means now: it may be another one than it was merged into, as merges are followed to their end. */
function mergeLine({ type, from, into }: MergeOption, { meaning, unchanged }: MergeSummary): string {
  const [old, given, survivor] = [from, into, meaning].map((slug) => formatThing(type, slug));
  if (meaning === from) {
    return `${old} goes on meaning itself, and ${given} means it too: of merges in a circle the smallest id stays`;
  }
  const same = meaning === into ? '' : `, as ${given} ${unchanged ? 'did' : 'does'}`;
  return unchanged ? `${old} meant ${survivor} already${same}` : `${old} now means ${survivor}${same}`;
}

/** Lists what looks like one thing under two ids, each pair ready to be given back as `--merge`. */
export async function listDuplicates({ database }: Store): Promise<Outcome> {
  const duplicates = await findDuplicates(database);
  const lines = duplicates.flatMap((duplicate) => [`# ${describe(duplicate)}`, mergeArgument(duplicate)]);
  const summary = `# ${plural(duplicates.length, 'pair')} of actors or places ${duplicates.length === 1 ? 'looks' : 'look'} like one`;
  return {
    report: { duplicates: duplicates.map((it) => ({ ...it, merge: mergeArgument(it) })) },
    lines: [...lines, summary],
    exitCode: exitCodes.ok,
  };
}

/** Compares the store with what follows from its articles and merges. */
export async function verify({ database }: Store): Promise<Outcome> {
  const differences = await verifyStore(database);
  const faults = differences.filter(({ isFault }) => isFault);
  const summary =
    faults.length === 0
      ? 'The store is what follows from its articles and merges'
      : `${plural(faults.length, 'document')} ${faults.length === 1 ? 'differs' : 'differ'} from what follows from the articles and merges; --rebuild repairs`;
  const lines = [...differences.map(differenceLine), summary];
  return { report: { differences, faults: faults.length }, lines, exitCode: faults.length > 0 ? exitCodes.badData : 0 };
}

/** Makes the store what follows from its articles and merges. */
export async function rebuild({ database, client }: Store): Promise<Outcome> {
  const changes = await rebuildStore(database, client);
  const changed = changeLines(changes);
  return {
    report: { changes },
    lines: ['Rebuilt; what changed:', ...(changed.length > 0 ? changed : ['  nothing'])],
    exitCode: exitCodes.ok,
  };
}

function differenceLine({ collection, id, what }: Difference): string {
  return `${collection} ${id} ${what}`;
}

function describe({ names: [from, into], reasons }: Duplicate): string {
  return `${showName(from)} and ${showName(into)}: ${reasons.join(', ')}`;
}

/** On one line, whatever it holds. */
function showName(name: string): string {
  return JSON.stringify(name.slice(0, maxShownNames));
}

function mergeArgument({ type, from, into }: Duplicate): string {
  return `--merge ${formatThing(type, from)}=${formatThing(type, into)}`;
}
