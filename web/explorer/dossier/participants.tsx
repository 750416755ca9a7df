import { type IncidentDossier, isCut } from '../data/dossier.ts';
import { labelOf } from '../state/labels.ts';
import { Fact } from './fact.tsx';
import { LoadMore, useShortened } from './more.tsx';

type Participant = IncidentDossier['participants'][number];

/** How many participants of a role are shown at first. */
const size = 12;

/** The participants by role. */
export function Participants({ incident: { id, participants } }: { incident: IncidentDossier }) {
  const roles = [...new Set(participants.map(({ role }) => role))];
  return (
    <>
      {roles.map((role) => (
        <OfRole key={role} incident={id} participants={participants.filter((each) => each.role === role)} />
      ))}
      {isCut('participants', participants.length) && (
        <>
          <dt>
            <span class="visually-hidden">Other participants</span>
          </dt>
          <dd>
            <LoadMore list="participants" length={participants.length} />
          </dd>
        </>
      )}
    </>
  );
}

function OfRole({ incident, participants }: { incident: string; participants: readonly Participant[] }) {
  const [shown, more] = useShortened(participants, size);
  const label = labelOf(participants[0]?.role ?? '', 'ParticipantRole');
  return (
    <>
      <dt>{participants.length > 1 ? plural(label) : label}</dt>
      <dd>
        {shown.map(({ id, actor, status, side, evidence }) => (
          <Fact key={id} of={incident} evidence={evidence}>
            <bdi>{actor.name}</bdi>
            {side && <span class="meta"> · side {side}</span>}
            {status && <span class={`status ${status.toLowerCase()}`}>{labelOf(status, 'AttributionStatus')}</span>}
          </Fact>
        ))}
        {more}
      </dd>
    </>
  );
}

function plural(label: string): string {
  return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}
