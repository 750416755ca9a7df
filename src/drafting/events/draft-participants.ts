import type { ParticipantInput } from '../../entities/article/article.ts';
import type { DraftedActor } from '../names/draft-names.ts';
import type { Group } from './group-reports.ts';
import { type Mentioned, mentionsIn } from './mentions.ts';
import type { IncidentSources } from './read-reports.ts';

/** Verbs whose subject does harm to their object. */
const harms =
  /^(?:(?:has|have|had|also|then|later|reportedly|allegedly|successfully) )*(?:killed|killing|wounded|injured|attacked|struck|hit|bombed|shelled|ambushed|abducted|kidnapped|captured|detained|arrested|executed|beheaded|targeted|fired|launched|raided|destroyed|opened fire|carried out|conducted|engaged|shot|murdered)\b/i;

/** Returns the actors of a group with the role that the words beside their names give them. */
export function draftParticipants(
  group: Group,
  actors: readonly Mentioned<DraftedActor>[],
  { text, quote }: IncidentSources,
): ParticipantInput[] {
  const participants = new Map<string, ParticipantInput>();
  for (const { span, tolls, methods } of group.reports) {
    if (tolls.length === 0 && methods.length === 0) continue;
    for (const { mention, drafted: actor } of mentionsIn(actors, span)) {
      const before = text.slice(Math.max(span.start, mention.start - 60), mention.start);
      const after = text.slice(mention.end, Math.min(span.end, mention.end + 60));
      const role = roleOf(before, after, actor.input.kind === 'PERSON');
      if (!role) continue;
      const key = `${actor.input.id} ${role}`;
      if (!participants.has(key)) participants.set(key, { actor: actor.input.id, role, evidence: quote(span) });
    }
  }
  return [...participants.values()].slice(0, 20);
}

function roleOf(before: string, after: string, isPerson: boolean): ParticipantInput['role'] | undefined {
  const isHedged = /\b(?:suspected|allegedly|alleged|accused|blamed|believed)\b/i.test(
    `${before} ${after.slice(0, 30)}`,
  );
  if (
    /\b(?:killing|killed|wounding|injuring|captured|detained|arrested|abducted|kidnapped|targeting|targeted|against|attack(?:s|ed)? on|strikes? on|striking)(?: (?:a|an|the|several|two|three|four|five|some|senior|at least|\d+|suspected|[a-z]+ leader,?))* $/i.test(
      before,
    )
  )
    return isPerson ? 'VICTIM' : 'TARGET';
  if (harms.test(after.trimStart())) return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  if (
    /^ (?:forces|troops|militants|fighters|insurgents|warplanes|aircraft|jets|gunmen|rebels|soldiers|police|army|military|drones?)\b/.test(
      after,
    ) &&
    harms.test(after.replace(/^ \w+/, '').trimStart())
  )
    return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  if (
    /\b(?:killed|wounded|injured|attacked|struck|hit|bombed|shelled|ambushed|abducted|kidnapped|captured|detained|arrested|carried out|conducted|launched|fired|perpetrated|committed) by (?:the |a |an |suspected )?$/i.test(
      before,
    )
  )
    return isHedged ? 'SUSPECTED_PERPETRATOR' : 'PERPETRATOR';
  return undefined;
}
