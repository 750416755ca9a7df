import type { IncidentDocument } from '../../entities/incident/incident-document.ts';
import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { statementCounter } from '../fold/count-relations.ts';
import type { Budget } from './work.ts';

type NamingStatement = Pick<StatementDocument, '_id' | 'incidents'>;

/**
 * Sets `counts.statements` of the drafted incidents, and of other incidents whose statements change: the number of
 * statements about an incident or about one that it is part of. If `about` is unchanged, the difference between drafted
 * and stored statements is added to the stored count. Otherwise, and for the ids in `again`, the statements are counted
 * anew. Other incidents beyond the budget are deferred.
 */
export async function countStatements(drafts: StoreDrafts, again: readonly string[], budget: Budget): Promise<void> {
  const { view, incidents, statements } = drafts;
  const differing = statements
    .drafted()
    .filter(({ before, after }) => String(before?.incidents) !== String(after?.incidents));
  const named = new Set(
    differing.flatMap(({ before, after }) => [...(before?.incidents ?? []), ...(after?.incidents ?? [])]),
  );
  const about = await view.findAny<{ _id: string }>('incidents', 'about', named, { reads: [] });
  const drafted = new Map(incidents.drafted().map(({ id, before, after }) => [id, { before, after }]));
  const others = [...new Set(about.map(({ _id }) => _id))].filter((id) => !drafted.has(id));
  const admitted = budget.admit('Incident', others);
  await incidents.load(admitted);

  const countBefore = statementCounter(differing.flatMap(({ before }) => before ?? []));
  const countAfter = statementCounter(differing.flatMap(({ after }) => after ?? []));
  const anew: IncidentDocument[] = [];
  for (const id of [...drafted.keys(), ...admitted]) {
    const [before, after] = [incidents.stored(id), incidents.get(id)];
    if (!after) continue;
    if (!before || again.includes(id) || String(before.about) !== String(after.about)) anew.push(after);
    else setCount(after, before.counts.statements + countAfter(after.about) - countBefore(after.about));
  }
  const countAll = statementCounter(await readNaming(anew));
  for (const incident of anew) setCount(incident, countAll(incident.about));

  function setCount(incident: IncidentDocument, statements: number): void {
    incidents.set(incident._id, { ...incident, counts: { ...incident.counts, statements } });
  }

  /**
   * Returns the statements about these incidents as they will be after the write, and other drafted ones. An incident
   * that is not stored yet is not looked up, because no stored statement can name it.
   */
  async function readNaming(anew: readonly IncidentDocument[]): Promise<NamingStatement[]> {
    const ids = new Set(anew.flatMap((incident) => incident.about));
    for (const { _id } of anew) if (!incidents.stored(_id)) ids.delete(_id);
    const stored = await view.findAny<NamingStatement>('statements', 'incidents', ids, { reads: ['incidents'] });
    const changing = new Map(statements.drafted().map(({ id, after }) => [id, after]));
    return [...stored.filter(({ _id }) => !changing.has(_id)), ...[...changing.values()].flatMap((it) => it ?? [])];
  }
}
