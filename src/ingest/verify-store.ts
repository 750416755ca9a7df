import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { PartOf } from './fold/part-of.ts';
import { type Change, countChanges, planWrite, type StoredDocument } from './plan-write.ts';
import { isSameDocument } from './same-document.ts';
import { articleVersions, contentsFrom, readContents, readMerges } from './store-contents.ts';
import { inSnapshot, takeTurn } from './take-turn.ts';
import { waitingLinks } from './waiting-links.ts';
import type { WriteSummary } from './write-articles.ts';
import { rebuild } from './write-in-turn.ts';

/** What there is to say of a document. */
export interface Difference {
  collection: string;
  id: string;
  /** Such as `is missing`, `differs in title, counts` or `waits for news.denial`. */
  what: string;
  /** Whether it is not what follows from the articles. If not, it is what an editor may want to know. */
  isFault: boolean;
}

/**
 * Makes anew, in memory, what follows from the stored articles and merges, and compares. Tells also which `partOf`
 * closes a circle and so is not followed, which links wait for their other end, and what the next write is still to do.
 */
export async function verifyStore(database: Db): Promise<Difference[]> {
  return inSnapshot(database, async (session) => {
    const stored = await readContents(database, session);
    const { broken, ...expected } = contentsFrom(articleVersions(stored), await readMerges(database, session));
    return [
      ...Object.entries(planWrite(stored, expected)).flatMap(([collection, changes]) =>
        changes.map((change) => differenceOf(collection, change)),
      ),
      ...(await readPending(database, session)),
      ...broken.incidents.map((edge) => circleAt('incidents', edge)),
      ...broken.locations.map((edge) => circleAt('locations', edge)),
      ...waitingLinks(expected.statements).map(({ statement, waitsFor }) => ({
        collection: 'statements',
        id: statement,
        what: `waits for ${waitsFor}`,
        isFault: false,
      })),
    ];
  });
}

/** Makes the store what follows from its articles and merges. Reads all that is stored. */
export async function rebuildStore(database: Db, client: MongoClient): Promise<WriteSummary> {
  return takeTurn(client, database, async ({ session }) => {
    const { plan, statements } = await rebuild(database, session);
    return { changes: countChanges(plan), unchanged: 0, skipped: [], waiting: waitingLinks(statements) };
  });
}

function differenceOf(collection: string, { before, after }: Change): Difference {
  const id = before?._id ?? after?._id ?? '';
  const isFault = true;
  if (!before) return { collection, id, what: 'is missing', isFault };
  if (!after) return { collection, id, what: 'follows from no article', isFault };
  return { collection, id, what: `differs in ${differingFields(before, after).join(', ')}`, isFault };
}

function differingFields(before: StoredDocument, after: StoredDocument): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...a.keys(), ...b.keys()])];
  const differing = fields.filter(
    (field) => a.has(field) !== b.has(field) || !isSameDocument({ it: a.get(field) }, { it: b.get(field) }),
  );
  return differing.length > 0 ? differing : ['the order of its fields'];
}

function circleAt(collection: string, { child, parent }: PartOf): Difference {
  return { collection, id: child, what: `is part of ${parent}, which closes a circle`, isFault: false };
}

async function readPending(database: Db, session: ClientSession | undefined): Promise<Difference[]> {
  const pending = await database
    .collection<StoredDocument>('pending')
    .find({}, { ...(session && { session }) })
    .toArray();
  return pending.map(({ _id }) => ({ collection: 'pending', id: _id, what: 'is still to be derived', isFault: false }));
}
