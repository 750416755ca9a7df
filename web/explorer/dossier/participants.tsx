import type { IncidentDossier } from '../data/dossier.ts';
import { labelOf } from '../state/labels.ts';
import { Fact } from './fact.tsx';

/** The participants by role. */
export function Participants({ incident: { id, participants } }: { incident: IncidentDossier }) {
  const roles = [...new Set(participants.map(({ role }) => role))];
  return roles.map((role) => {
    const inRole = participants.filter((participant) => participant.role === role);
    const label = labelOf(role, 'ParticipantRole');
    return (
      <>
        <dt key={role}>{inRole.length > 1 ? plural(label) : label}</dt>
        <dd>
          {inRole.map(({ id: participantId, actor, status, side, evidence }) => (
            <Fact key={participantId} of={id} evidence={evidence}>
              <bdi>{actor.name}</bdi>
              {side && <span class="meta"> · side {side}</span>}
              {status && <span class={`status ${status.toLowerCase()}`}>{labelOf(status, 'AttributionStatus')}</span>}
            </Fact>
          ))}
        </dd>
      </>
    );
  });
}

function plural(label: string): string {
  return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}
