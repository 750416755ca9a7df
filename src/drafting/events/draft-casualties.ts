import type { CasualtyInput } from '../../entities/article/article.ts';
import type { Group } from './group-reports.ts';
import type { IncidentSources } from './read-reports.ts';
import type { Toll } from './read-tolls.ts';

/**
 * Returns the casualties of a group. A number that stands in several sentences is one; a vague one gives way to the
 * number that explains it.
 */
export function draftCasualties(group: Group, { quote, reading }: IncidentSources): CasualtyInput[] {
  const kept: Toll[] = [];
  for (const toll of group.reports.flatMap(({ tolls }) => tolls)) {
    const known = kept.filter((each) => isSameToll(each, toll));
    const vague = known.find((each) => each.isVague && !toll.isVague);
    if (known.length === 0 || (toll.isFurther && !vague)) kept.push(toll);
    else if (vague) kept[kept.indexOf(vague)] = toll;
  }
  return kept.slice(0, 30).map(({ kind, count, group: people, demographic, sentence }) => {
    const span = reading.sentences[sentence];
    return {
      kind,
      count,
      ...(people && { group: people }),
      ...(demographic && { demographic }),
      evidence: span ? quote(group.reports.find((report) => report.sentence === sentence)?.span ?? span) : [],
    };
  });
}

/** Whether two sentences give the toll of the same people. Who was captured was arrested. */
function isSameToll(a: Toll, b: Toll): boolean {
  const isTaken = ({ kind }: Toll) => kind === 'CAPTURED' || kind === 'ARRESTED';
  if (a.sentence === b.sentence || !(a.kind === b.kind || (isTaken(a) && isTaken(b)))) return false;
  return a.group === b.group || a.group === undefined || b.group === undefined;
}
