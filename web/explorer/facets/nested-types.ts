import { subtypesOf } from '../../../src/entities/incident/subtypes.ts';
import type { IncidentSubtype, IncidentType } from '../generated/graphql.ts';
import { labelOf } from '../state/labels.ts';
import { facetOptions, type Group, type Option } from './facet-options.ts';

/** A type, or a subtype below its type. The key of a subtype is `TYPE:SUBTYPE`. */
export interface NestedOption extends Option {
  nested: boolean;
  /** Whether some of its subtypes are chosen, and so not all of it. */
  mixed: boolean;
}

interface Chosen {
  type: readonly IncidentType[];
  subtype: readonly IncidentSubtype[];
}

/** The types in the order of their counts, each followed by its subtypes if it or one of them is chosen. */
export function nestedTypes(types: readonly Group[], subtypes: readonly Group[], chosen: Chosen): NestedOption[] {
  const parents = chosen.subtype.flatMap((subtype) => typeOf(subtype) ?? []);
  const options = facetOptions({
    groups: types.map((group) => ({ ...group, label: labelOf(group.key, 'IncidentType') })),
    chosen: [...new Set([...chosen.type, ...parents])],
    labelOf: (key) => labelOf(key, 'IncidentType'),
    complete: true,
  });
  return options.flatMap((option) => {
    const isMixed = parents.includes(option.key as IncidentType);
    const own = subtypesOf[option.key as IncidentType] ?? [];
    const below = option.chosen
      ? facetOptions({
          groups: subtypes
            .filter(({ key }) => own.includes(key as IncidentSubtype))
            .map((group) => ({ ...group, label: labelOf(group.key, 'IncidentSubtype') })),
          chosen: chosen.subtype.filter((subtype) => own.includes(subtype)),
          labelOf: (key) => labelOf(key, 'IncidentSubtype'),
          complete: true,
        })
      : [];
    return [
      { ...option, nested: false, mixed: isMixed },
      ...below.map((one) => ({ ...one, key: `${option.key}:${one.key}`, nested: true, mixed: false })),
    ];
  });
}

function typeOf(subtype: IncidentSubtype): IncidentType | undefined {
  return (Object.keys(subtypesOf) as IncidentType[]).find((type) => subtypesOf[type].includes(subtype));
}
