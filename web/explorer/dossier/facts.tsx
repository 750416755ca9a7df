import type { IncidentDossier } from '../data/dossier.ts';
import { precisionInWords, spanInWords } from '../state/day-words.ts';
import { labelOf } from '../state/labels.ts';
import { quantityInWords } from '../state/quantity-words.ts';
import { dateKey } from '../words/marks.ts';
import { Fact, WordsButton } from './fact.tsx';
import { IncidentLink } from './incident-link.tsx';
import { MoreInPlayground, queryFor, useShortened } from './more.tsx';
import { Original } from './original.tsx';
import { OutsideLink } from './outside-link.tsx';
import { Participants } from './participants.tsx';
import { Place } from './place.tsx';

/** When, where, by what means and against what. */
export function Facts({ incident }: { incident: IncidentDossier }) {
  return (
    <dl class="fact-list">
      <dt>When</dt>
      <dd>
        <When incident={incident} />
      </dd>
      <dt>Where</dt>
      <dd>
        <Where incident={incident} />
      </dd>
      <Means incident={incident} />
      <Targets incident={incident} />
      <Participants incident={incident} />
      <HowMany incident={incident} />
      <Links incident={incident} />
    </dl>
  );
}

function When({ incident: { id, date, reports } }: { incident: IncidentDossier }) {
  if (!date) return <span class="absent">No article says when.</span>;
  const precision = precisionInWords(date);
  const words = (
    <>
      {spanInWords(date)}
      {precision && <span class="meta"> · {precision}</span>}
      <Original words={date.original} />
    </>
  );
  return date.original ? (
    <WordsButton
      fact={dateKey(id)}
      article={reports.find((report) => report.date?.original === date.original)?.article.id}
    >
      {words}
    </WordsButton>
  ) : (
    <span class="fact without-words">{words}</span>
  );
}

function Where({ incident }: { incident: IncidentDossier }) {
  const { id, location, locationPrecision, places, reports } = incident;
  return (
    <>
      {location ? (
        <WordsButton
          fact={location.id}
          article={reports.find((report) => report.location?.id === location.id)?.article.id}
        >
          <Place place={location} />
          <span class="meta">
            {' · '}
            {labelOf(locationPrecision, 'LocationPrecision').toLowerCase()}
          </span>
        </WordsButton>
      ) : (
        <span class="absent">No article says where.</span>
      )}
      {places.map((place) => (
        <Fact key={place.id} of={id} evidence={place.evidence}>
          <span class="meta">{labelOf(place.role, 'PlaceRole')}</span> <Place place={place.location} />
          {place.precision !== 'UNKNOWN' && place.precision !== 'EXACT' && (
            <span class="meta"> · {labelOf(place.precision, 'LocationPrecision').toLowerCase()}</span>
          )}
        </Fact>
      ))}
    </>
  );
}

function Means({ incident: { id, methods, weapons } }: { incident: IncidentDossier }) {
  const others = methods.filter((method) => !weapons.some((weapon) => weapon.method === method));
  if (weapons.length + others.length === 0) return null;
  return (
    <>
      <dt>By what means</dt>
      <dd>
        {weapons.map((weapon) => (
          <Fact key={weapon.id} of={id} evidence={weapon.evidence}>
            {labelOf(weapon.method, 'Method')}
            {weapon.count && <span class="meta"> · {quantityInWords(weapon.count)}</span>}
            <Original words={weapon.count?.original} />
            {!weapon.certain && <span class="doubt">not certain</span>}
            {weapon.outcome !== 'UNKNOWN' && (
              <span class="meta"> · {labelOf(weapon.outcome, 'Outcome').toLowerCase()}</span>
            )}
          </Fact>
        ))}
        {others.map((method) => (
          <span key={method} class="fact without-words">
            {labelOf(method, 'Method')}
          </span>
        ))}
      </dd>
    </>
  );
}

function Targets({ incident: { id, location: site, targets } }: { incident: IncidentDossier }) {
  if (targets.length === 0) return null;
  return (
    <>
      <dt>Against what</dt>
      <dd>
        {targets.map(({ id: targetId, kind, name, damage, count, location, evidence }) => (
          <Fact key={targetId} of={id} evidence={evidence}>
            <bdi>{name ?? labelOf(kind, 'TargetKind')}</bdi>
            <span class="meta">
              {name && name.toLowerCase() !== kindInWords(kind) && ` · ${kindInWords(kind)}`}
              {count && (count.min !== 1 || count.max !== 1) && ` · ${quantityInWords(count)}`}
              {location && location.id !== site?.id && (
                <>
                  {' · '}
                  <bdi>{location.name}</bdi>
                </>
              )}
              {damage !== 'UNKNOWN' && ` · ${labelOf(damage, 'Damage').toLowerCase()}`}
            </span>
          </Fact>
        ))}
      </dd>
    </>
  );
}

function kindInWords(kind: string): string {
  return labelOf(kind, 'TargetKind').toLowerCase();
}

function HowMany({ incident: { scope, count } }: { incident: IncidentDossier }) {
  if (scope === 'EVENT' && (!count || (count.min === 1 && count.max === 1))) return null;
  return (
    <>
      <dt>Events</dt>
      <dd>
        {labelOf(scope, 'IncidentScope')}
        {count ? `: ${quantityInWords(count)}` : '; no article says how many'}
        <Original words={count?.original} />
      </dd>
    </>
  );
}

function Links({ incident }: { incident: IncidentDossier }) {
  const { id, links, linkedFrom, partOf, parts, sameAs } = incident;
  const from = linkedFrom?.nodes ?? [];
  const [addresses, moreAddresses] = useShortened(sameAs, 20);
  return (
    <>
      {partOf && (
        <>
          <dt>Part of</dt>
          <dd>
            <IncidentLink incident={partOf} />
          </dd>
        </>
      )}
      {parts !== null && parts.nodes.length > 0 && (
        <>
          <dt>Parts</dt>
          <dd>
            <ul>
              {parts.nodes.map((part) => (
                <li key={part.id}>
                  <IncidentLink incident={part} />
                </li>
              ))}
            </ul>
            <More total={parts.totalCount} shown={parts.nodes.length} query={queryFor('parts(first: 100)', others)} />
          </dd>
        </>
      )}
      {(links.length > 0 || from.length > 0) && (
        <>
          <dt>Related</dt>
          <dd>
            <ul>
              {links.map((link) => (
                <li key={link.id}>
                  <Fact of={id} evidence={link.evidence}>
                    {labelOf(link.type, 'IncidentLinkType')}
                  </Fact>{' '}
                  <IncidentLink incident={link.incident} />
                </li>
              ))}
              {from.map((other) => {
                const type = other.links.find(({ incident }) => incident.id === id)?.type;
                return (
                  <li key={other.id}>
                    <IncidentLink incident={other} />{' '}
                    <span class="meta">
                      — {type ? `${labelOf(type, 'IncidentLinkType').toLowerCase()} this one` : 'links to this one'}
                    </span>
                  </li>
                );
              })}
            </ul>
            <More
              total={linkedFrom?.totalCount ?? null}
              shown={from.length}
              query={queryFor('linkedFrom(first: 100)', others)}
            />
          </dd>
        </>
      )}
      {sameAs.length > 0 && (
        <>
          <dt>Elsewhere</dt>
          <dd>
            <ul>
              {addresses.map((address) => (
                <li key={address} class="address">
                  <OutsideLink address={address}>{address.replace(/^https?:\/\/(www\.)?/, '')}</OutsideLink>
                </li>
              ))}
            </ul>
            {moreAddresses}
          </dd>
        </>
      )}
    </>
  );
}

interface MoreProps {
  total: number | null;
  shown: number;
  query: string;
}

/** How many there are beside those that are shown, and where to read them. */
function More({ total, shown, query }: MoreProps) {
  if (total === null || total <= shown) return null;
  return <MoreInPlayground words={`${(total - shown).toLocaleString('en')} more`} query={query} />;
}

const others = 'totalCount\n      nodes { id title date { edtf } }';
