import { exitCodes } from '../src/errors/exit-codes.ts';
import { addChanges, noChanges } from '../src/ingest/drafts/write-plan.ts';
import { type Duplicate, findDuplicates } from '../src/ingest/duplicates/find-duplicates.ts';
import { rebuildStore } from '../src/ingest/write/rebuild-store.ts';
import { type Difference, verifyStore } from '../src/ingest/write/verify-store.ts';
import { type MergeSummary, removeMerge, writeMerge } from '../src/ingest/write/write-merges.ts';
import { parseNodeId } from '../src/query/node-id.ts';
import type { Store } from '../src/store/open-store.ts';
import { plural } from '../src/text/plural.ts';
import { describeStore } from './describe-store.ts';
import { formatThing, type MergeOption, type ThingId } from './merge-option.ts';
import { changeLines } from './seed-report.ts';

/** The result of a maintenance command: as JSON, as lines of text, and as an exit code. */
export interface Outcome {
  report: object;
  lines: string[];
  /** Possible mistakes, for standard error. */
  warnings?: string[];
  exitCode: number;
}

const maxShownNames = 80;

/** Removes merges, then makes others, each in one write. The ids need not be stored. */
export async function mergeThings(
  store: Store,
  removed: readonly ThingId[],
  made: readonly MergeOption[],
): Promise<Outcome> {
  const { database, client } = store;
  const lines: string[] = [];
  const warnings: string[] = [];
  let changes = noChanges();
  for (const { type, slug } of removed) {
    const summary = await removeMerge(database, client, { type, from: slug });
    changes = addChanges(changes, summary.changes);
    const id = formatThing(type, slug);
    lines.push(summary.unchanged ? `${id} was not merged` : `${id} is no longer merged`);
  }
  for (const { type, from, into } of made) {
    const summary = await writeMerge(database, client, { type, from, into });
    changes = addChanges(changes, summary.changes);
    lines.push(mergeLine({ type, from, into }, summary));
    for (const id of summary.unknown) {
      const { slug = '' } = parseNodeId(id) ?? {};
      warnings.push(`Warning: ${formatThing(type, slug)} is not named in any article`);
    }
  }
  const unmerged = removed.map(({ type, slug }) => ({ type, from: slug }));
  return {
    report: { merged: made, unmerged, changes, warnings, store: store.place },
    lines: [...lines, ...changeLines(changes), `Store: ${describeStore(store)}`],
    warnings,
    exitCode: exitCodes.ok,
  };
}

/** Reports the survivor of the old id, which differs from `into` if that is merged too. */
function mergeLine({ type, from, into }: MergeOption, { meaning, unchanged }: MergeSummary): string {
  const [old, given, survivor] = [from, into, meaning].map((slug) => formatThing(type, slug));
  if (meaning === from) {
    return `${old} stays as it is, and ${given} now resolves to it: in a circle of merges, the smallest id survives`;
  }
  const same = meaning === into ? '' : `, like ${given}`;
  return unchanged ? `${old} already resolves to ${survivor}${same}` : `${old} now resolves to ${survivor}${same}`;
}

/** Lists pairs of ids that may mean the same incident, actor or location, each as a `--merge` option. */
export async function listDuplicates({ database }: Store): Promise<Outcome> {
  const duplicates = await findDuplicates(database);
  const lines = duplicates.flatMap((duplicate) => [`# ${describe(duplicate)}`, mergeArgument(duplicate)]);
  const summary = `# ${plural(duplicates.length, 'pair')} of incidents, actors or locations may be the same`;
  return {
    report: { duplicates: duplicates.map((it) => ({ ...it, merge: mergeArgument(it) })) },
    lines: [...lines, summary],
    exitCode: exitCodes.ok,
  };
}

/** Compares the stored documents with those derived from the articles and merges. */
export async function verify({ database }: Store): Promise<Outcome> {
  const differences = await verifyStore(database);
  const faults = differences.filter(({ isFault }) => isFault);
  const summary =
    faults.length === 0
      ? 'The store matches its articles and merges'
      : `${plural(faults.length, 'document')} ${faults.length === 1 ? 'differs' : 'differ'} from the articles and merges; --rebuild repairs this`;
  const lines = [...differences.map(differenceLine), summary];
  return { report: { differences, faults: faults.length }, lines, exitCode: faults.length > 0 ? exitCodes.badData : 0 };
}

/** Derives all documents again from the articles and merges. */
export async function rebuild(store: Store): Promise<Outcome> {
  const changes = await rebuildStore(store.database, store.client);
  const changed = changeLines(changes);
  return {
    report: { changes, store: store.place },
    lines: [`Rebuilt ${describeStore(store)}. Changes:`, ...(changed.length > 0 ? changed : ['  none'])],
    exitCode: exitCodes.ok,
  };
}

function differenceLine({ collection, id, what }: Difference): string {
  return `${collection} ${id} ${what}`;
}

function describe({ names: [from, into], reasons }: Duplicate): string {
  return `${showName(from)} and ${showName(into)}: ${reasons.join(', ')}`;
}

/** Escapes line breaks, so that a name stays on one line. */
function showName(name: string): string {
  return JSON.stringify(name.slice(0, maxShownNames));
}

function mergeArgument({ type, from, into }: Duplicate): string {
  return `--merge ${formatThing(type, from)}=${formatThing(type, into)}`;
}
