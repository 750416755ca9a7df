import { useState } from 'preact/hooks';
import { subtypesOf } from '../../../src/entities/incident/subtypes.ts';
import { nameOf } from '../data/names.ts';
import { overview } from '../data/overview.ts';
import {
  type IncidentGroupBy,
  type IncidentSubtype,
  type IncidentType,
  ParticipantRole,
} from '../generated/graphql.ts';
import { FailureNotice, Problems } from '../layout/failure.tsx';
import type { ExplorerState, FilterName, Side } from '../state/explorer-state.ts';
import { labelOf } from '../state/labels.ts';
import { change, state } from '../state/store.ts';
import { countryName } from './country-name.ts';
import { Facet } from './facet.tsx';
import { facetOptions, type Group, toggled } from './facet-options.ts';
import { MoreValues } from './more-values.tsx';
import { nestedTypes } from './nested-types.ts';

/** The filters with counts, each counted as if it were not set, so that a choice never hides its alternatives. */
export function Facets() {
  const data = overview.answer.value?.data;
  const failure = overview.failure.value;
  const now = state.value;
  const [opened, open] = useState<keyof typeof listed | null>(null);
  return (
    <div class={`facet-list${overview.loading.value ? ' outdated' : ''}`} aria-busy={overview.loading.value}>
      {failure && <FailureNotice failure={failure} retry={overview.retry} />}
      <Problems problems={overview.answer.value?.problems ?? []} retry={overview.retry} />
      <Facet
        title="Type"
        known={data?.type?.groups != null}
        size={20}
        options={nestedTypes(data?.type?.groups ?? [], data?.type?.subtypes ?? [], now)}
        toggle={toggleType}
      />
      <Listed name="country" groups={data?.country} chosenGroups={data?.chosenCountry?.groups} open={open} />
      <Listed name="actor" groups={data?.actor} chosenGroups={data?.chosenActor?.groups} open={open}>
        <RoleMenu />
      </Listed>
      <Enum name="method" title="Method" groups={data?.method?.groups} />
      <Enum name="target" title="Target" groups={data?.target?.groups} />
      <Enum name="outcome" title="Outcome" groups={data?.outcome?.groups} />
      <Facet
        title="Responsibility"
        known={data != null}
        options={sides.map(({ key, label }) => ({
          key,
          label,
          count: data?.[key]?.totalCount ?? null,
          chosen: now.responsibility.includes(key),
        }))}
        toggle={(key) => change({ responsibility: toggled(state.value.responsibility, key as Side) })}
      />
      <Listed name="publisher" groups={data?.publisher} chosenGroups={data?.chosenPublisher?.groups} open={open} />
      {opened && (
        <MoreValues
          title={listed[opened].title}
          by={listed[opened].by}
          filter={opened}
          chosen={keysOf(opened, now)}
          labelOf={(key) => listed[opened].labelOf(key)}
          toggle={(key) => toggleListed(opened, key)}
          close={() => open(null)}
        />
      )}
    </div>
  );
}

interface Listing {
  title: string;
  by: IncidentGroupBy;
  labelOf(key: string): string;
  /** A value of the state as a key of the groups, and back. */
  prefix: string;
}

const listed = {
  country: { title: 'Country', by: 'COUNTRY', labelOf: countryName, prefix: '' },
  actor: { title: 'Actor', by: 'ACTOR', labelOf: (key) => nameOf(key) ?? key.slice('Actor:'.length), prefix: 'Actor:' },
  publisher: { title: 'Publisher', by: 'PUBLISHER', labelOf: (key) => key, prefix: '' },
} satisfies Record<string, Listing>;

const keysOf = (name: keyof typeof listed, now: ExplorerState) => now[name].map((value) => listed[name].prefix + value);

const toggleListed = (name: keyof typeof listed, key: string) =>
  change({ [name]: toggled(state.value[name], key.slice(listed[name].prefix.length)) });

interface ListedProps {
  name: keyof typeof listed;
  groups: { groups: Group[] | null; groupCount: number | null } | null | undefined;
  chosenGroups: Group[] | null | undefined;
  open: (name: keyof typeof listed) => void;
  children?: preact.ComponentChildren;
}

/** A facet with more values than fit: the most frequent ones, and a dialog with the others. */
function Listed({ name, groups, chosenGroups, open, children }: ListedProps) {
  const { title, labelOf } = listed[name];
  const total = groups?.groupCount ?? 0;
  const shown = groups?.groups ?? [];
  const options = facetOptions({
    groups: shown,
    chosenGroups: chosenGroups ?? [],
    chosen: keysOf(name, state.value),
    labelOf,
    complete: chosenGroups != null && chosenGroups.length < 100,
  });
  const size = 8;
  return (
    <Facet
      title={title}
      known={groups?.groups != null}
      size={size}
      options={options}
      toggle={(key) => toggleListed(name, key)}
      more={total > size ? { label: `All ${total.toLocaleString('en')}…`, onClick: () => open(name) } : undefined}
    >
      {children}
    </Facet>
  );
}

interface EnumProps {
  name: FilterName & ('method' | 'target' | 'outcome');
  title: string;
  groups: Group[] | null | undefined;
}

const enumNames = { method: 'Method', target: 'TargetKind', outcome: 'Outcome' } as const;

function Enum({ name, title, groups }: EnumProps) {
  const label = (key: string) => labelOf(key, enumNames[name]);
  return (
    <Facet
      title={title}
      known={groups != null}
      options={facetOptions({
        groups: (groups ?? []).map((group) => ({ ...group, label: label(group.key) })),
        chosen: state.value[name],
        labelOf: label,
        complete: groups != null,
      })}
      toggle={(key) => change({ [name]: toggled<string>(state.value[name], key) })}
    />
  );
}

function toggleType(key: string): void {
  const { type, subtype } = state.value;
  const [kind, of] = key.split(':');
  if (of) change({ subtype: toggled(subtype, of as IncidentSubtype) });
  else {
    const name = kind as IncidentType;
    const isChosen = type.includes(name) || subtypesOf[name].some((one) => subtype.includes(one));
    change({
      type: isChosen ? type.filter((one) => one !== name) : [...type, name],
      subtype: subtype.filter((one) => !subtypesOf[name].includes(one)),
    });
  }
}

const sides: { key: Side; label: string }[] = [
  { key: 'claimed', label: 'Claimed' },
  { key: 'attributed', label: 'Attributed' },
  { key: 'denied', label: 'Denied' },
];

/** The role that the chosen actors must have. */
function RoleMenu() {
  const { role } = state.value;
  if (state.value.actor.length === 0 && role.length === 0) return null;
  return (
    <label class="role">
      <span>as</span>
      <select
        aria-label="Role of the actor"
        value={role.join(',')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ role: value ? (value.split(',') as ParticipantRole[]) : [] });
        }}
      >
        <option value="">any role</option>
        {role.length > 1 && (
          <option value={role.join(',')}>
            {role.map((one) => labelOf(one, 'ParticipantRole').toLowerCase()).join(' or ')}
          </option>
        )}
        {Object.values(ParticipantRole).map((one) => (
          <option key={one} value={one}>
            {labelOf(one, 'ParticipantRole').toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  );
}
