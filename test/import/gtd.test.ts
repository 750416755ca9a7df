import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import type { CrosswalkEntry } from '../../src/import/crosswalk/entry.ts';
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
import { requiredColumns } from '../../src/import/gtd/gtd-event.ts';
import { importGtd } from '../../src/import/gtd/import-gtd.ts';
import { parseRelease, releaseOfFile } from '../../src/import/gtd/release.ts';
import { groundArticle } from '../../src/ingest/ground/ground-article.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';
import { csvTable } from './csv-table.ts';
import { gtdRow, gtdTable } from './gtd-row.ts';
import { expectAccepted, importedRow, importedTable } from './imported-table.ts';

type Row = Partial<Record<string, string>>;

const importRow = (row: Row) => importedRow((path) => importGtd(path), gtdTable(row), 'gtd.csv');
const importTable = (content: string, name = 'gtd.csv') => importedTable((path) => importGtd(path), content, name);

const rolesIn = async (row: Row) =>
  (await importRow(row)).incident.participants?.map(({ actor, role, status }) => `${actor} ${role} ${status}`);

const entriesOf = (codes: Readonly<Record<string, CrosswalkEntry>>) =>
  Object.entries(codes).map(([code, entry]) => [entry.name ?? '', code, entry] as const);

const casualtiesIn = async (row: Row) =>
  (await importRow(row)).incident.casualties?.map(({ evidence, ...casualty }) => casualty);

describe('an incident of GTD', () => {
  it('becomes an article with one incident', async () => {
    const { article } = await importRow({});
    const { text, incidents, actors, locations, ...about } = article;
    expect(about).toEqual({
      id: 'gtd-203102160001',
      title: 'Bombing/Explosion: Nowhere, 2031-02-16',
      url: 'https://www.start.umd.edu/gtd/search/IncidentSummary.aspx?gtdid=203102160001',
      publisher: 'START, Global Terrorism Database',
      language: 'en',
      license: expect.stringMatching(/^GTD End User License Agreement/),
      citation: expect.stringMatching(/^START \(National Consortium .*\)\. Global Terrorism Database \[data file\]\./),
      published: '2031-02-18',
    });
    expect(text).toBe(
      '02/16/2031: A bomb exploded at an office of the Invented Bank in Nowhere, Example County, Kenya.\n' +
        'Attack: Bombing/Explosion.\n' +
        'Perpetrators: Front of Invented Examples (FIE).\n' +
        'Target: Business: Bank/Commerce, Invented Bank, Branch office (Kenya).\n' +
        'Weapon: Explosives: Remote Trigger.\n' +
        'When: 2031-02-16.\n' +
        'Where: Nowhere, Example County, Kenya.\n' +
        'The attack was successful.\n' +
        'Killed: 5.\n' +
        'Injured: 7.\n' +
        'Damage to property: Minor (likely < $1 million).\n' +
        'International logistically: no.\n' +
        'Source: "Bomb at an office," The Invented Times, February 17, 2031.\n' +
        'Source: "Five dead," Example Radio, February 18, 2031.\n' +
        'Collected by: START Primary Collection.',
    );
    expect(actors?.map(({ evidence, ...actor }) => actor)).toEqual([
      { id: 'front-of-invented-examples', name: 'Front of Invented Examples', aliases: ['FIE'], kind: 'ARMED_GROUP' },
      { id: 'kenya-invented-bank', name: 'Invented Bank', kind: 'ORGANIZATION', country: 'KE' },
    ]);
    expect(locations?.map(({ id, kind, point }) => [id, kind, point])).toEqual([
      ['kenya-example-county-nowhere', 'SETTLEMENT', { latitude: 0.5101, longitude: 37.4525 }],
      ['kenya-example-county', 'ADMIN1', undefined],
      ['kenya', 'COUNTRY', undefined],
    ]);
    expect(incidents).toEqual([
      expect.objectContaining({
        id: 'gtd-203102160001',
        summary: gtdRow.summary,
        scope: 'EVENT',
        type: 'EXPLOSION_REMOTE_VIOLENCE',
        subtype: 'IED_ATTACK',
        weapons: [{ method: 'IED', evidence: [{ quote: 'Weapon: Explosives: Remote Trigger' }] }],
        outcome: 'COMPLETED',
        date: { edtf: '2031-02-16' },
        location: 'kenya-example-county-nowhere',
        locationPrecision: 'EXACT',
        targets: [
          {
            kind: 'OTHER',
            name: 'Branch office',
            damage: 'MINOR',
            evidence: [
              { quote: 'Target: Business: Bank/Commerce, Invented Bank, Branch office (Kenya)' },
              { quote: 'Damage to property: Minor (likely < $1 million)' },
            ],
          },
        ],
        casualties: [
          { kind: 'KILLED', count: { min: 5, max: 5 }, evidence: [{ quote: 'Killed: 5' }] },
          { kind: 'INJURED', count: { min: 7, max: 7 }, evidence: [{ quote: 'Injured: 7' }] },
        ],
      }),
    ]);
    expect(incidents?.[0]?.evidence?.map(({ quote }) => quote)).toEqual([
      gtdRow.summary,
      'Attack: Bombing/Explosion',
      'When: 2031-02-16',
      'Where: Nowhere, Example County, Kenya',
      'The attack was successful',
      `Source: ${gtdRow.scite1}`,
      `Source: ${gtdRow.scite2}`,
    ]);
  });

  it('has words for each fact that it states', async () => {
    const { article } = await importRow({
      ...{
        gsubname: 'Northern Wing',
        claimed: '1',
        claimmode_txt: 'Letter',
        nkillter: '1',
        ransom: '1',
        ransomamt: '1000',
      },
      ...{ ishostkid: '1', nhostkid: '3', weapsubtype1_txt: 'Grenade', approxdate: '', suicide: '0' },
    });
    expect(groundArticle(article)).toEqual([]);
  });

  it.each(entriesOf(gtdAttackTypes))('goes by the crosswalk of attack types: %s', async (name, code, entry) => {
    for (const row of [{ attacktype1_txt: name }, { attacktype1: code, attacktype1_txt: '' }]) {
      const { incident } = await importRow({ ...row, weapsubtype1_txt: '' });
      expect([incident.type, incident.subtype, incident.methods]).toEqual([entry.type, entry.subtype, entry.methods]);
    }
  });

  it.each(['Police', 'Military', 'Terrorists/Non-State Militia'])(
    'is a battle if the armed are attacked: %s',
    async (type) => {
      for (const attack of ['Armed Assault', 'Assassination']) {
        const { incident } = await importRow({ attacktype1_txt: attack, targtype1_txt: type, targsubtype1_txt: '' });
        expect([incident.type, incident.subtype]).toEqual(['BATTLE', 'ARMED_CLASH']);
      }
      const bombing = await importRow({ targtype1_txt: type, targsubtype1_txt: '' });
      expect(bombing.incident.type).toBe('EXPLOSION_REMOTE_VIOLENCE');
    },
  );

  it.each(entriesOf(gtdWeaponTypes))('goes by the crosswalk of weapon types: %s', async (weaptype1_txt, _, entry) => {
    const { incident } = await importRow({ weaptype1_txt, weapsubtype1_txt: '' });
    const methods = entry.methods?.filter((method) => method !== 'UNKNOWN') ?? [];
    expect(incident.weapons?.map(({ method }) => method) ?? []).toEqual(methods);
    expect(incident.subtype).toBe(entry.subtype);
  });

  it.each(entriesOf(gtdWeaponSubtypes))('goes by the crosswalk of weapon sub-types: %s', async (name, code, entry) => {
    for (const row of [{ weapsubtype1_txt: name }, { weapsubtype1: code, weapsubtype1_txt: '' }]) {
      const { incident } = await importRow(row);
      expect(incident.weapons?.map(({ method }) => method)).toEqual(entry.methods ?? ['EXPLOSIVE']);
      expect(incident.subtype).toBe(entry.subtype);
    }
  });

  it('unites the methods of all weapons and attack types', async () => {
    const { incident } = await importRow({
      ...{ attacktype2_txt: 'Hostage Taking (Kidnapping)', weaptype2_txt: 'Firearms', weapsubtype2_txt: 'Handgun' },
    });
    expect(incident.methods).toEqual(['ABDUCTION']);
    expect(incident.weapons?.map(({ method }) => method)).toEqual(['IED', 'SMALL_ARMS']);
  });

  it('is a suicide bombing if a suicide attacker used explosives', async () => {
    const vehicle = await importRow({ suicide: '1', weapsubtype1_txt: 'Vehicle' });
    expect([vehicle.incident.subtype, vehicle.incident.methods]).toEqual(['SUICIDE_BOMBING', ['SUICIDE_BOMB']]);
    const gunman = { suicide: '1', attacktype1_txt: 'Armed Assault', weaptype1_txt: 'Firearms', weapsubtype1_txt: '' };
    const { incident } = await importRow(gunman);
    expect([incident.subtype, incident.methods]).toEqual(['ATTACK', undefined]);
  });

  it.each(entriesOf(gtdTargetTypes))('has a target of the kind of actor of %s', async (targtype1_txt, _, entry) => {
    const { article } = await importRow({ targtype1_txt, targsubtype1_txt: '' });
    expect(article.actors?.[1]?.kind).toBe(entry.actorKind);
  });

  it.each(entriesOf(gtdTargetTypes))('goes by the crosswalk of target types: %s', async (targtype1_txt, _, entry) => {
    const { incident } = await importRow({ targtype1_txt, targsubtype1_txt: '' });
    expect(incident.targets?.map(({ kind }) => kind)).toEqual(entry.targetKind && [entry.targetKind]);
  });

  it.each(entriesOf(gtdTargetSubtypes))('goes by the crosswalk of target sub-types: %s', async (name, code, entry) => {
    for (const row of [{ targsubtype1_txt: name }, { targsubtype1: code, targsubtype1_txt: '' }]) {
      const { article, incident } = await importRow(row);
      expect(article.text).toContain(`Target: Business: ${name}, Invented Bank`);
      expect(incident.targets?.map(({ kind }) => kind)).toEqual(entry.targetKind && [entry.targetKind]);
    }
  });

  it.each<[string, Row, object[] | undefined]>([
    ['the thing', {}, [{ kind: 'OTHER', name: 'Branch office', damage: 'MINOR' }]],
    ['the entity', { target1: 'Unknown' }, [{ kind: 'OTHER', name: 'Invented Bank', damage: 'MINOR' }]],
    ['nothing', { target1: '', corp1: '' }, [{ kind: 'OTHER', damage: 'MINOR' }]],
    ['no damage', { property: '0', propextent: '' }, [{ kind: 'OTHER', name: 'Branch office', damage: 'NONE' }]],
    ['unknown damage', { property: '-9', propextent: '' }, [{ kind: 'OTHER', name: 'Branch office' }]],
    ['damage of unknown extent', { propextent: '' }, [{ kind: 'OTHER', name: 'Branch office', damage: 'UNKNOWN' }]],
    ['people', { targsubtype1_txt: '', targtype1_txt: 'Police' }, undefined],
    [
      'two things, of which either may be damaged',
      { targtype2_txt: 'Police', targsubtype2_txt: 'Police Checkpoint' },
      [{ kind: 'OTHER', name: 'Branch office' }, { kind: 'CHECKPOINT' }],
    ],
  ])('has the target that was hit: %s', async (_, row, targets) => {
    const { incident } = await importRow(row);
    expect(incident.targets?.map(({ evidence, ...target }) => target)).toEqual(targets);
  });

  it.each(entriesOf(gtdPropertyExtent))('goes by the crosswalk of damage: %s', async (_, propextent, entry) => {
    expect((await importRow({ propextent })).incident.targets?.[0]?.damage).toBe(entry.damage);
  });

  it('has up to three groups and targets', async () => {
    expect(
      await rolesIn({
        ...{ gsubname: 'Northern Wing', gname2: 'XLF', guncertain2: '1', claim2: '1' },
        ...{ targtype2_txt: 'Police', corp2: 'Police', natlty2_txt: 'Uganda' },
        ...{ targtype3_txt: 'Government (General)', corp3: 'Government of Kenya' },
      }),
    ).toEqual([
      'front-of-invented-examples PERPETRATOR ATTRIBUTED',
      'northern-wing PERPETRATOR ATTRIBUTED',
      'gtd-xlf SUSPECTED_PERPETRATOR CLAIMED',
      'kenya-invented-bank TARGET undefined',
      'uganda-police TARGET undefined',
      'government-of-kenya TARGET undefined',
    ]);
  });

  it('has a subgroup that is part of its group', async () => {
    const [, part] = (await importRow({ gsubname: 'Northern Wing' })).article.actors ?? [];
    expect(part?.affiliations).toMatchObject([{ type: 'PART_OF', actor: 'front-of-invented-examples' }]);
  });

  it.each(['Unknown', 'unknown', ''])('has no perpetrator if the group is %j', async (gname) => {
    const { article, incident } = await importRow({ gname, claimed: '1' });
    expect(incident.participants?.map(({ role }) => role)).toEqual(['TARGET']);
    expect(article).not.toHaveProperty('statements');
    expect(article.text).toContain('Perpetrators: unknown.\nClaimed, by an unknown group.\n');
  });

  it.each([
    ['Invented extremists', 'COLLECTIVE'],
    ['Unaffiliated Individual(s)', 'COLLECTIVE'],
    ['Invented Army', 'ARMED_GROUP'],
  ])('has a perpetrator of a kind: %s', async (gname, kind) => {
    expect((await importRow({ gname })).article.actors?.[0]?.kind).toBe(kind);
  });

  it.each([
    ['Not Applicable', 'Civilians', ['civilians TARGET']],
    ['Civilians', 'Shoppers', ['civilians TARGET']],
    ['Unknown', 'Officer', []],
  ])('has the target that is named: %s, %s', async (corp1, target1, targets) => {
    const { incident } = await importRow({ corp1, target1, gname: 'Unknown' });
    expect(incident.participants?.map(({ actor, role }) => `${actor} ${role}`)).toEqual(targets);
  });

  it.each(entriesOf(gtdSuspicion))('goes by the crosswalk of suspected groups: %s', async (_, guncertain1, entry) => {
    const [first] = (await importRow({ guncertain1 })).incident.participants ?? [];
    expect([first?.role, first?.status]).toEqual([entry.role, entry.status]);
  });

  it.each(entriesOf(gtdClaimed))('goes by the crosswalk of claims: %s', async (_, claimed, entry) => {
    const { article, incident } = await importRow({ claimed, claimmode_txt: 'Letter' });
    expect(article.statements?.map(({ type }) => type)).toEqual(entry.statementType && [entry.statementType]);
    expect(incident.participants?.[0]?.status).toBe(entry.status ?? 'ATTRIBUTED');
    if (!entry.statementType) return;
    expect(article.statements).toMatchObject([
      {
        text: 'Front of Invented Examples (FIE) claimed responsibility (Letter)',
        onBehalfOf: 'front-of-invented-examples',
        incidents: ['gtd-203102160001'],
      },
    ]);
  });

  it.each(entriesOf(gtdSuccess))('goes by the crosswalk of success: %s', async (_, success, entry) => {
    expect((await importRow({ success })).incident.outcome).toBe(entry.outcome);
  });

  it.each<[string, Row, object[]]>([
    [
      'attackers apart',
      { nkill: '5', nkillter: '2', nwound: '0' },
      [
        { kind: 'KILLED', count: { min: 3, max: 3 } },
        { kind: 'KILLED', count: { min: 2, max: 2 }, group: 'ATTACKER' },
        { kind: 'INJURED', count: { min: 0, max: 0 } },
      ],
    ],
    [
      'attackers only',
      { nkill: '1.0', nkillter: '1', nwound: '' },
      [{ kind: 'KILLED', count: { min: 1, max: 1 }, group: 'ATTACKER' }],
    ],
    ['an unknown number', { nkill: '', nkillter: '0', nwound: '-99', nwoundte: '' }, []],
    [
      'an unknown number with attackers',
      { nkill: '', nkillter: '1', nwound: '' },
      [{ kind: 'KILLED', count: { min: 1, max: 1 }, group: 'ATTACKER' }],
    ],
    [
      'more attackers than dead',
      { nkill: '1', nkillter: '2', nwound: '' },
      [{ kind: 'KILLED', count: { min: 1, max: 1 } }],
    ],
    [
      'a fraction',
      { nkill: '2.5', nkillter: '', nwound: '' },
      [{ kind: 'KILLED', count: { min: 2, max: 3, original: '2.5' } }],
    ],
    [
      'hostages',
      { nkill: '', nwound: '', ishostkid: '1', nhostkid: '4', nreleased: '3' },
      [
        { kind: 'CAPTURED', count: { min: 4, max: 4 } },
        { kind: 'RELEASED', count: { min: 3, max: 3 } },
      ],
    ],
    ['hostages of unknown number', { nkill: '', nwound: '', ishostkid: '1', nhostkid: '-99' }, [{ kind: 'CAPTURED' }]],
    ['no hostages', { nkill: '', nwound: '', ishostkid: '0', nhostkid: '4' }, []],
  ])('counts people: %s', async (_, row, casualties) => {
    expect(await casualtiesIn(row)).toEqual(casualties);
  });

  it('has a demand if a ransom was demanded', async () => {
    const { article } = await importRow({ ransom: '1', ransomamt: '1000' });
    expect(article.statements).toMatchObject([
      { type: 'DEMAND', text: 'A ransom was demanded: 1000 US dollars', onBehalfOf: 'front-of-invented-examples' },
    ]);
    expect((await importRow({ ransom: '-9', ransomamt: '-99' })).article).not.toHaveProperty('statements');
  });

  it.each<[string, Row, object]>([
    ['an unknown day', { iday: '0', approxdate: 'Mid February' }, { edtf: '2031-02', original: 'Mid February' }],
    ['an unknown month', { imonth: '0', iday: '0' }, { edtf: '2031' }],
    ['several days', { extended: '1', resolution: '2/19/2031' }, { edtf: '2031-02-16/2031-02-19' }],
    [
      'several days, written by a database',
      { extended: '1', resolution: '2031-02-19 00:00:00' },
      { edtf: '2031-02-16/2031-02-19' },
    ],
    ['several days without an end', { extended: '1' }, { edtf: '2031-02-16' }],
    ['an end of what took a day', { extended: '0', resolution: '2/19/2031' }, { edtf: '2031-02-16' }],
  ])('is dated: %s', async (_, row, date) => {
    expect((await importRow(row)).incident.date).toEqual(date);
  });

  it('is published on the day of its newest source, or with its release, or when it was over', async () => {
    const without = { scite1: 'A paper, undated', scite2: '' };
    const publishedAs = async (row: Row, release?: number) =>
      (await importedRow((path) => importGtd(path, release), gtdTable(row), 'gtd.csv')).article;
    expect((await publishedAs(without, 203_205)).published).toBe('2032-05-01');
    expect((await publishedAs(without)).published).toBe('2031-02-16');
    expect((await publishedAs({ ...without, iday: '0' })).published).toBe('2031-02-28');
    expect((await publishedAs({ ...without, imonth: '0' })).published).toBe('2031-12-31');
    expect((await publishedAs({ scite1: 'Old, January 1, 2030' })).published).toBe('2031-02-18');
    expect((await publishedAs(without)).citation).toMatch(/The day of publication is not given: an assumption\.$/);
  });

  it.each(entriesOf(gtdSpecificity))('goes by the crosswalk of specificity: %s', async (_, specificity, entry) => {
    const unplaced = specificity === '5' ? { city: 'Unknown', provstate: 'Unknown', latitude: '', longitude: '' } : {};
    expect((await importRow({ specificity, ...unplaced })).incident.locationPrecision).toBe(entry.locationPrecision);
  });

  it.each<[string, Row, string, string, string, boolean]>([
    ['the town', {}, 'kenya-example-county-nowhere', 'SETTLEMENT', 'EXACT', true],
    ['near the town', { vicinity: '1' }, 'kenya-example-county-nowhere', 'SETTLEMENT', 'NEAR', true],
    ['a town without coordinates', { specificity: '2' }, 'kenya-example-county-nowhere', 'SETTLEMENT', 'EXACT', false],
    ['a district', { specificity: '3' }, 'kenya-example-county-nowhere', 'ADMIN2', 'AREA', true],
    ['a province', { specificity: '4', city: 'Unknown' }, 'kenya-example-county', 'ADMIN1', 'AREA', true],
    [
      'a town of the name of its province',
      { city: 'Example County' },
      'kenya-example-county-example-county',
      'SETTLEMENT',
      'EXACT',
      true,
    ],
    ['a country', { specificity: '5', city: '', provstate: '' }, 'kenya', 'COUNTRY', 'COUNTRY', false],
  ])('is placed in %s', async (_, row, id, kind, precision, hasPoint) => {
    const { article, incident } = await importRow(row);
    expect([incident.location, article.locations?.[0]?.kind, incident.locationPrecision]).toEqual([
      id,
      kind,
      precision,
    ]);
    expect(article.locations?.[0]?.point !== undefined).toBe(hasPoint);
  });

  it.each([
    ['Bosnia-Herzegovina', 'bosnia-herzegovina', 'BA'],
    ['Democratic Republic of the Congo', 'dr-congo', 'CD'],
    ['West Bank and Gaza Strip', 'palestine', 'PS'],
    ['Slovak Republic', 'slovakia', 'SK'],
    ['Soviet Union', 'russia', 'RU'],
    ['Yugoslavia', 'yugoslavia', undefined],
  ])('is in the country %s', async (country_txt, id, code) => {
    const country = (await importRow({ country_txt })).article.locations?.at(-1);
    expect([country?.id, country?.country]).toEqual([id, code]);
  });
});

describe('a table of GTD', () => {
  it.each<[string, string]>([
    ['a byte order mark and carriage returns', `\ufeff${gtdTable({}).replaceAll('\n', '\r\n')}`],
    ['semicolons', csvTable(gtdRow, [{}], ';')],
    ['only the columns that are needed', csvTable(needed(), [{}])],
    ['points in empty cells, as Stata writes them', gtdTable({ nkillter: '.', ransomamt: '.', gname2: '.' })],
  ])('may have %s', async (_, content) => {
    const { articles, rejections } = await importTable(content);
    expect(rejections).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['gtd-203102160001']);
  });

  it('needs the columns that docs/importing.md lists', () => {
    const page = readFileSync(join(packageRoot, 'docs', 'importing.md'), 'utf8');
    const [, section = ''] = page.split('\n## Incidents of the Global Terrorism Database\n');
    const [, listed = ''] = /These are needed:([^.]+)\./.exec(section) ?? [];
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, column]) => column)).toEqual([...requiredColumns]);
  });

  it('rejects malformed rows by line and column, and imports the others', async () => {
    const rows = gtdTable(
      { summary: 'Two\nlines' },
      { eventid: '2.03102E+11', iyear: '31', imonth: '13', latitude: '91', success: '2', nkill: 'many' },
      { eventid: '203102160003', imonth: '2', iday: '30' },
      { eventid: '203102160004', attacktype1_txt: 'Raid', weapsubtype1_txt: 'Sword', targtype1_txt: '' },
      { eventid: '203102160005', claimed: 'yes', extended: '1', resolution: 'soon', property: '1', propextent: '9' },
      { eventid: '203102160001' },
      { eventid: '203102160007', summary: '\ufffd' },
      { eventid: '203102160008', country_txt: '', latitude: '', nwound: '-1' },
      { eventid: '203102160009' },
    );
    const { articles, rejections } = await importTable(rows);
    expect(articles.map(({ id }) => id)).toEqual(['gtd-203102160001', 'gtd-203102160009']);
    expect(rejections).toEqual([
      'gtd.csv:4 eventid must be a number of 12 digits, but got: "2.03102E+11"',
      'gtd.csv:4 iyear must be a year from 1900 to 2100, but got: "31"',
      'gtd.csv:4 imonth must be a month from 1 to 12, or 0 if it is unknown, but got: "13"',
      'gtd.csv:4 latitude must be a number of degrees from -90 to 90, but got: "91"',
      'gtd.csv:4 success must be one of 0, 1, but got: "2"',
      'gtd.csv:4 nkill must be a number >= 0, or -9, -99 or nothing if it is unknown, but got: "many"',
      'gtd.csv:5 iday must be a day of the month, or 0 if it is unknown, but got: "30"',
      'gtd.csv:6 attacktype1_txt must be an attack type of docs/crosswalk.md, but got: "Raid"',
      'gtd.csv:6 targtype1_txt must be a target type of docs/crosswalk.md, but got: ""',
      'gtd.csv:6 weapsubtype1_txt must be a weapon sub-type of docs/crosswalk.md, but got: "Sword"',
      'gtd.csv:7 claimed must be one of 0, 1, -9, -99, but got: "yes"',
      'gtd.csv:7 resolution must be a calendar day such as 1970-07-26 or 7/26/1970, but got: "soon"',
      'gtd.csv:7 propextent must be one of 1, 2, 3, 4, but got: "9"',
      'gtd.csv:8 eventid must be an id that no earlier row has, but got: 203102160001 as in line 2',
      'gtd.csv:9 summary must be UTF-8 without NUL, but got: "\ufffd"',
      'gtd.csv:10 country_txt must be a name, but got: ""',
      'gtd.csv:10 latitude must be a number of degrees from -90 to 90, but got: ""',
      'gtd.csv:10 nwound must be a number >= 0, or -9, -99 or nothing if it is unknown, but got: "-1"',
    ]);
  });

  it('is rejected as a whole without its columns', async () => {
    const { articles, rejections } = await importTable('eventid,iyear\n203102160001,2031\n');
    expect([articles, rejections.length]).toEqual([[], 1]);
    expect(rejections[0]).toMatch(
      /^gtd\.csv:1 must be a table with the columns imonth, iday, country_txt, .*, but got: eventid, iyear$/,
    );
  });

  it('has its release as the version', async () => {
    const versionOf = async (name: string, release?: number) =>
      (await importedTable((path) => importGtd(path, release), gtdTable({}), name)).articles[0]?.version;
    expect(await versionOf('gtd.csv')).toBeUndefined();
    expect(await versionOf('globalterrorismdb_0522dist.csv')).toBe(202_205);
    expect(await versionOf('globalterrorismdb_0522dist.csv', parseRelease('2023-08'))).toBe(202_308);
  });

  it.each([
    ['globalterrorismdb_0718dist.csv', 201_807],
    ['x/globalterrorismdb_0522dist.csv.gz', 202_205],
    ['globalterrorismdb_1322dist.csv', undefined],
    ['gtd.csv', undefined],
  ])('has its release in its file name: %s', (name, release) => {
    expect(releaseOfFile(name)).toBe(release);
  });

  it('keeps markup and formulas as the words that they are', async () => {
    const summary = '=HYPERLINK("https://example.org") <script>alert(1)</script> {{x}}';
    const { article, incident } = await importRow({ summary, gname: '=cmd|x <b>Group</b>', corp1: '@SUM(A1)' });
    expect(incident.summary).toBe(summary);
    expect(article.text.startsWith(`${summary}\n`)).toBe(true);
    expect(article.actors?.map(({ name }) => name)).toEqual(['=cmd|x <b>Group</b>', '@SUM(A1)']);
  });

  it('gives an accepted article or a rejection for whatever a cell holds', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '',
        ' ',
        '0',
        '1',
        '-1',
        '-9',
        '-99',
        '1e9',
        'NaN',
        '\u200b',
        '(A)',
        '=1+1',
        '<b>',
        'a'.repeat(400),
        '٣',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(gtdRow)), hostile, async (column, value) => {
        const { articles, rejections } = await importTable(gtdTable({ [column]: value }));
        if (articles.length > 0) expectAccepted(articles);
        expect(articles.length === 1 || rejections.length > 0).toBe(true);
      }),
      tries(300),
    );
  });
});

describe('a table of GTD, seeded', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const { articles, rejections } = await importTable(
      gtdTable(
        { claimed: '1' },
        {
          ...{ eventid: '203102200001', iday: '20', attacktype1_txt: 'Armed Assault', targtype1_txt: 'Police' },
          ...{
            targsubtype1_txt: 'Police Checkpoint',
            corp1: 'Invented Police',
            target1: '',
            guncertain1: '1',
            nkill: '3',
          },
          ...{ nkillter: '1', weaptype1_txt: 'Firearms', weapsubtype1_txt: '', nwound: '', success: '0' },
        },
        {
          ...{
            eventid: '203200000001',
            iyear: '2032',
            imonth: '0',
            iday: '0',
            gname: 'Unknown',
            nkill: '',
            nwound: '',
          },
          ...{ attacktype1_txt: 'Hostage Taking (Kidnapping)', ishostkid: '1', nhostkid: '-99', country_txt: 'Uganda' },
        },
      ),
    );
    expect(rejections).toEqual([]);
    gateway = await openTestGateway();
    await gateway.seed(...articles);
  });
  afterAll(() => gateway?.close());

  it('answers who did what where, and how many died', async () => {
    const data = await gateway.ask(`{
      byGroup: incidents { groups(by: PERPETRATOR) { key count killed { min max } killedKnown } }
      claimed: incidents(where: { responsibility: { claimedBy: { some: {} } } }) {
        nodes { id responsibility { claimedBy { actor { id } statement { type } } } }
      }
      battles: incidents(where: { type: { eq: BATTLE } }) {
        nodes { id outcome methods casualties { kind group count { min } } participants { actor { id } role status } }
      }
      checkpoints: incidents(where: { targets: { some: { kind: { eq: CHECKPOINT } } } }) { nodes { id } }
      uganda: location(id: "uganda") { incidents { nodes { id date { edtf } casualties { kind count { min max } } } } }
      shot: incidents(where: { methods: { some: { eq: SMALL_ARMS } } }) { totalCount }
    }`);
    const group = 'Actor:front-of-invented-examples';
    expect(data).toEqual({
      byGroup: { groups: [{ key: group, count: 2, killed: { min: 8, max: 8 }, killedKnown: 2 }] },
      claimed: {
        nodes: [
          {
            id: 'Incident:gtd-203102160001',
            responsibility: { claimedBy: [{ actor: { id: group }, statement: { type: 'CLAIM_OF_RESPONSIBILITY' } }] },
          },
        ],
      },
      battles: {
        nodes: [
          {
            id: 'Incident:gtd-203102200001',
            outcome: 'FAILED',
            methods: ['SMALL_ARMS'],
            casualties: [
              { kind: 'KILLED', group: 'UNKNOWN', count: { min: 2 } },
              { kind: 'KILLED', group: 'ATTACKER', count: { min: 1 } },
            ],
            participants: [
              { actor: { id: group }, role: 'SUSPECTED_PERPETRATOR', status: 'SUSPECTED' },
              { actor: { id: 'Actor:kenya-invented-police' }, role: 'TARGET', status: null },
            ],
          },
        ],
      },
      checkpoints: { nodes: [{ id: 'Incident:gtd-203102200001' }] },
      uganda: {
        incidents: {
          nodes: [
            {
              id: 'Incident:gtd-203200000001',
              date: { edtf: '2032' },
              casualties: [{ kind: 'CAPTURED', count: { min: 1, max: null } }],
            },
          ],
        },
      },
      shot: { totalCount: 1 },
    });
  });
});

function needed(): Record<string, string> {
  const columns =
    'eventid iyear imonth iday country_txt provstate city latitude longitude success suicide attacktype1_txt targtype1_txt ' +
    'gname weaptype1_txt nkill nwound';
  return Object.fromEntries(columns.split(' ').map((column) => [column, gtdRow[column] ?? '']));
}
