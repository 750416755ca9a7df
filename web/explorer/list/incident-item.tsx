import type { ListedIncident } from '../data/list.ts';
import { countryName } from '../facets/country-name.ts';
import { writeHash } from '../state/hash.ts';
import { labelOf } from '../state/labels.ts';
import { change, state } from '../state/store.ts';
import { dayInWords } from './day-in-words.ts';
import { highlight } from './highlight.ts';
import { occurrenceInWords, peopleInWords } from './people-in-words.ts';
import { nearness } from './place-in-words.ts';

/** One incident: what, when, where, how many people, and how many publishers report it. */
export function IncidentItem({ incident, focusable }: { incident: ListedIncident; focusable: boolean }) {
  const { id, title, type, subtype, scope, occurrence, date, location, locationPrecision, casualties } = incident;
  const killed = peopleInWords('KILLED', casualties);
  const injured = peopleInWords('INJURED', casualties);
  const unreal = occurrenceInWords(occurrence);
  return (
    <li>
      <a
        class="incident"
        href={writeHash({ ...state.value, open: id })}
        data-incident={id}
        tabIndex={focusable ? 0 : -1}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          change({ open: id });
        }}
      >
        <bdi class="title" dir="auto">
          {highlight(title, state.value.q).map(({ at, text, found }) => (found ? <mark key={at}>{text}</mark> : text))}
        </bdi>
        <span class="when-where">
          <span class="when">{dayInWords(date, scope)}</span>
          {location ? (
            <span class="where">
              {nearness(locationPrecision, location.kind)} <bdi>{location.name}</bdi>
              {location.country &&
                countryName(location.country) !== location.name &&
                `, ${countryName(location.country)}`}
            </span>
          ) : (
            <span class="where unknown">place not stated</span>
          )}
        </span>
        <span class="item-facts">
          <span class="kind">{labelOf(subtype ?? type, subtype ? 'IncidentSubtype' : 'IncidentType')}</span>
          {unreal && <span class="unreal">{unreal}</span>}
          {!unreal && <span class={killed ? 'killed' : 'unknown'}>{killed ?? 'number of dead not stated'}</span>}
          {!unreal && injured && <span class="injured">{injured}</span>}
          {incident.publisherCount > 1 && <span class="publishers">{incident.publisherCount} publishers</span>}
        </span>
      </a>
    </li>
  );
}
