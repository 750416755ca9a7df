import {
  acledEventTypes,
  acledGeoPrecision,
  acledInter,
  acledSubEventTypes,
  acledTimePrecision,
} from '../../src/import/crosswalk/acled.ts';
import { cameoRoots } from '../../src/import/crosswalk/cameo.ts';
import type { Crosswalk, CrosswalkEntry } from '../../src/import/crosswalk/entry.ts';
import {
  gtdAttackTypes,
  gtdClaimed,
  gtdPropertyExtent,
  gtdSpecificity,
  gtdSuccess,
  gtdSuspicion,
} from '../../src/import/crosswalk/gtd.ts';
import { gtdTargetSubtypes, gtdTargetTypes } from '../../src/import/crosswalk/gtd-targets.ts';
import { gtdWeaponSubtypes, gtdWeaponTypes } from '../../src/import/crosswalk/gtd-weapons.ts';
import { ucdpDatePrecision, ucdpViolence, ucdpWherePrecision } from '../../src/import/crosswalk/ucdp.ts';

interface Section {
  title: string;
  text?: string;
  /** The heading of the column of codes. */
  code: string;
  entries: Crosswalk;
}

/** All tables of the crosswalk, by data set, in the order of the page. */
export const dataSets: readonly { title: string; text: string; sections: readonly Section[] }[] = [
  {
    title: 'ACLED',
    text: 'The names are those of the codebook of 2024 and later. `npm run import -- acled` goes by these tables.',
    sections: [
      { title: 'Event types', code: '`event_type`', entries: acledEventTypes },
      { title: 'Sub-event types', code: '`sub_event_type`', entries: acledSubEventTypes },
      {
        title: 'Types of actors',
        code: '`inter1`, `inter2`',
        entries: acledInter,
        text:
          'Older files have numbers, 1 for the first row to 8 for the last, and 0 for no actor. In every file ' +
          '`Military Forces of` in a name is `MILITARY`, `Police Forces of` is `POLICE`, `Government of` is ' +
          '`GOVERNMENT`, `Unidentified` is `UNIDENTIFIED`.',
      },
      { title: 'Time precision', code: '`time_precision`', entries: acledTimePrecision },
      { title: 'Geographic precision', code: '`geo_precision`', entries: acledGeoPrecision },
    ],
  },
  {
    title: 'UCDP Georeferenced Event Dataset',
    text: '`npm run import -- ucdp` goes by these tables.',
    sections: [
      { title: 'Type of violence', code: '`type_of_violence`', entries: ucdpViolence },
      { title: 'Precision of places', code: '`where_prec`', entries: ucdpWherePrecision },
      { title: 'Precision of dates', code: '`date_prec`', entries: ucdpDatePrecision },
    ],
  },
  {
    title: 'Global Terrorism Database',
    text: '`npm run import -- gtd` goes by these tables.',
    sections: [
      {
        title: 'Attack types',
        code: '`attacktype1`',
        entries: gtdAttackTypes,
        text:
          'The first attack type decides the type; the methods of all are united with those of the weapons. An ' +
          'assassination or armed assault whose first target is Military, Police or Terrorists/Non-State Militia is a ' +
          '`BATTLE` with the subtype `ARMED_CLASH`, as in ACLED. A bombing with `suicide` 1 is a `SUICIDE_BOMBING`.',
      },
      { title: 'Success', code: '`success`', entries: gtdSuccess },
      { title: 'Suspected groups', code: '`guncertain1`', entries: gtdSuspicion },
      { title: 'Claims', code: '`claimed`', entries: gtdClaimed },
      { title: 'Weapon types', code: '`weaptype1`', entries: gtdWeaponTypes },
      { title: 'Weapon sub-types', code: '`weapsubtype1`', entries: gtdWeaponSubtypes },
      { title: 'Target types', code: '`targtype1`', entries: gtdTargetTypes },
      { title: 'Target sub-types', code: '`targsubtype1`', entries: gtdTargetSubtypes },
      { title: 'Specificity of coordinates', code: '`specificity`', entries: gtdSpecificity },
      { title: 'Extent of damage', code: '`propextent`', entries: gtdPropertyExtent },
    ],
  },
  {
    title: 'CAMEO',
    text:
      'CAMEO codes the events of GDELT, ICEWS and Phoenix. There is no importer for them: their rows are made by ' +
      'machines, and many rows tell of one event. Those who convert them can go by this table.',
    sections: [{ title: 'Root codes', code: 'root code', entries: cameoRoots }],
  },
];

const introduction = `# Crosswalk

These tables list the values of [schema.graphql](../schema.graphql) that the codes of other data sets become, and the information that is
lost on the way. The importers ([importing.md](importing.md)) read the same tables from \`src/import/crosswalk\`. [import-mappings.md](import-mappings.md)
describes what becomes of the other columns.

A code that decides nothing has an empty cell.
`;

/** Returns `docs/crosswalk.md`. */
export function crosswalkPage(): string {
  const parts = dataSets.map(
    ({ title, text, sections }) => `\n## ${title}\n\n${text}\n${sections.map(formatSection).join('')}`,
  );
  return introduction + parts.join('');
}

function formatSection({ title, text, code, entries }: Section): string {
  const all = Object.entries(entries);
  const isNamed = all.some(([, { name }]) => name !== undefined);
  const isLossy = all.some(([, { lost }]) => lost !== undefined);
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  const columns = [code, ...(isNamed ? ['name'] : []), 'becomes', ...(isLossy ? ['lost or assumed'] : [])];
  const rows = all.map(([key, entry]) =>
    row([key, ...(isNamed ? [entry.name ?? ''] : []), becomes(entry), ...(isLossy ? [entry.lost ?? ''] : [])]),
  );
  const table = [row(columns), row(columns.map(() => '---')), ...rows].join('');
  return `\n### ${title}\n\n${text === undefined ? '' : `${text}\n\n`}${table}`;
}

const names: readonly [keyof CrosswalkEntry, string][] = [
  ['type', 'type'],
  ['subtype', 'subtype'],
  ['methods', 'method'],
  ['outcome', 'outcome'],
  ['statementType', 'statement'],
  ['actorKind', 'actor'],
  ['role', 'role'],
  ['status', 'status'],
  ['targetKind', 'target'],
  ['damage', 'damage'],
  ['locationPrecision', 'precision'],
];

function becomes(entry: CrosswalkEntry): string {
  const values = names.flatMap(([key, name]) => {
    const value = entry[key];
    return value === undefined
      ? []
      : [
          `${name} ${[value]
            .flat()
            .map((each) => `\`${each}\``)
            .join(', ')}`,
        ];
  });
  return [...values, ...(entry.date === undefined ? [] : [entry.date])].join(', ');
}
