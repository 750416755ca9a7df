import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

const older = article('older', {
  title: 'First news',
  published: '2023-11-10',
  publisher: 'The Paper',
  url: 'https://example.org/first',
  language: 'en',
  license: 'CC0-1.0',
  citation: 'The Paper, 2023',
  text: 'Drones hit the dam. Two were hurt. Iran denied it; a group said: it was us. The minister of Iran spoke.',
  locations: [
    named('middle-east', { kind: 'REGION' }),
    named('iraq', { kind: 'COUNTRY', country: 'IQ', partOf: 'middle-east' }),
    named('dam', {
      kind: 'INFRASTRUCTURE',
      partOf: 'iraq',
      aliases: ['The Dam'],
      point: { latitude: 36.6, longitude: 42.8 },
      evidence: ['the dam'],
    }),
  ],
  actors: [
    named('iran', { kind: 'STATE', country: 'IR', aliases: ['Tehran'] }),
    named('group', {
      kind: 'ARMED_GROUP',
      affiliations: [
        { type: 'BACKED_BY', actor: 'iran', assertedBy: ['claim'], deniedBy: ['denial'], evidence: ['a group'] },
      ],
    }),
    named('minister', {
      kind: 'PERSON',
      affiliations: [
        { type: 'HOLDS_OFFICE', actor: 'iran', title: 'Minister', date: '2021/..', evidence: ['The minister of Iran'] },
        { type: 'MEMBER_OF', actor: 'group' },
      ],
    }),
    named('troops'),
  ],
  incidents: [
    incident('series', { title: 'The series', scope: 'AGGREGATE', date: '2023-10-07/..' }),
    incident('attack', {
      title: 'Drones at the dam',
      summary: 'Drones hit the dam',
      type: 'EXPLOSION_REMOTE_VIOLENCE',
      subtype: 'DRONE_STRIKE',
      weapons: [
        { method: 'DRONE', count: { min: 2, original: 'Drones' }, certain: true, evidence: ['Drones'] },
        { method: 'IED', certain: false },
      ],
      outcome: 'COMPLETED',
      date: { edtf: '2023-11-09', original: 'yesterday' },
      location: 'dam',
      locationPrecision: 'NEAR',
      participants: [
        { actor: 'group', role: 'SUSPECTED_PERPETRATOR', status: 'CLAIMED', evidence: ['a group'] },
        { actor: 'troops', role: 'TARGET', side: 'A' },
      ],
      casualties: [
        {
          kind: 'INJURED',
          count: 2,
          group: 'MILITARY',
          severity: 'MINOR',
          later: 'back on duty',
          actor: 'troops',
          evidence: ['Two were hurt'],
        },
      ],
      partOf: 'series',
      evidence: ['Drones hit the dam'],
    }),
    incident('strike', {
      title: 'A strike',
      links: [{ type: 'RESPONSE_TO', incident: 'attack', evidence: ['it was us'] }],
    }),
  ],
  statements: [
    {
      id: 'denial',
      type: 'DENIAL_OF_RESPONSIBILITY',
      text: 'Iran denied it',
      mode: 'INDIRECT',
      speaker: 'minister',
      onBehalfOf: 'iran',
      incidents: ['series'],
      actors: ['group'],
      date: '2023-11-10',
      evidence: ['Iran denied it'],
    },
    {
      id: 'claim',
      type: 'CLAIM_OF_RESPONSIBILITY',
      text: 'it was us',
      quote: 'it was us',
      mode: 'DIRECT_QUOTE',
      speaker: 'group',
      condition: 'none',
      incidents: ['attack'],
      links: [{ type: 'CONTRADICTS', statement: 'denial' }],
      evidence: ['it was us'],
    },
  ],
});

const newer = article('newer', {
  published: '2023-11-12',
  text: 'Three were hurt at the dam, officials said. They blame the group.',
  actors: [named('group')],
  incidents: [
    incident('attack', {
      title: 'Attack at the dam',
      casualties: [{ kind: 'INJURED', count: { min: 3, max: 5 }, evidence: ['Three were hurt'] }],
      evidence: ['at the dam'],
    }),
  ],
  statements: [
    {
      id: 'blame',
      type: 'ATTRIBUTION',
      text: 'They blame the group',
      actors: ['group'],
      incidents: ['attack'],
      links: [
        { type: 'ECHOES', statement: 'older.claim' },
        { type: 'SUPPORTS', statement: 'unseen.statement' },
      ],
    },
  ],
});

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(older, newer);
});
afterAll(() => gateway.close());

const connection = (nodes: string[]) => ({ totalCount: nodes.length, nodes: nodes.map((id) => ({ id })) });
const list = '{ totalCount nodes { id } }';

describe('Incident', () => {
  it('has fields combined from all articles', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "attack") {
      id label title summary scope type subtype occurrence methods outcome locationPrecision publisherCount
      weapons { method outcome certain count { min max original } evidence { quote } }
      count { min max } date { start end precision edtf original }
      location { id } partOf { id }
      participants { actor { id } role status side evidence { quote article { id } } }
      casualties { kind count { min max best } group demographic within severity later actor { id } assertedBy { id } deniedBy { id } evidence { quote article { id } } }
      evidence { quote start end prefix suffix article { id } supports { id label __typename } }
      parts ${list} statements ${list} own: statements(includeWhole: false) ${list} articles ${list} links { type } linkedFrom ${list}
    } }`);
    expect(incident).toEqual({
      id: 'Incident:attack',
      label: 'Attack at the dam',
      title: 'Attack at the dam',
      summary: 'Drones hit the dam',
      scope: 'EVENT',
      type: 'EXPLOSION_REMOTE_VIOLENCE',
      subtype: 'DRONE_STRIKE',
      occurrence: 'HAPPENED',
      methods: ['IED', 'DRONE'],
      outcome: 'COMPLETED',
      locationPrecision: 'NEAR',
      publisherCount: 2,
      weapons: [
        { method: 'IED', outcome: 'UNKNOWN', certain: false, count: null, evidence: [] },
        {
          method: 'DRONE',
          outcome: 'UNKNOWN',
          certain: true,
          count: { min: 2, max: null, original: 'Drones' },
          evidence: [{ quote: 'Drones' }],
        },
      ],
      count: { min: 1, max: 1 },
      date: { start: '2023-11-09', end: '2023-11-09', precision: 'DAY', edtf: '2023-11-09', original: 'yesterday' },
      location: { id: 'Location:dam' },
      partOf: { id: 'Incident:series' },
      participants: [
        {
          actor: { id: 'Actor:group' },
          role: 'SUSPECTED_PERPETRATOR',
          status: 'CLAIMED',
          side: null,
          evidence: [{ quote: 'a group', article: { id: 'Article:older' } }],
        },
        { actor: { id: 'Actor:troops' }, role: 'TARGET', status: null, side: 'A', evidence: [] },
      ],
      casualties: [
        {
          kind: 'INJURED',
          count: { min: 3, max: 5, best: null },
          group: 'UNKNOWN',
          demographic: null,
          within: false,
          severity: 'UNKNOWN',
          later: null,
          actor: null,
          assertedBy: [],
          deniedBy: [],
          evidence: [{ quote: 'Three were hurt', article: { id: 'Article:newer' } }],
        },
      ],
      evidence: [
        {
          quote: 'at the dam',
          start: 16,
          end: 26,
          prefix: 'Three were hurt ',
          suffix: ', officials said. They blame the',
          article: { id: 'Article:newer' },
          supports: { id: 'Incident:attack', label: 'Attack at the dam', __typename: 'Incident' },
        },
        {
          quote: 'Drones hit the dam',
          start: 0,
          end: 18,
          prefix: '',
          suffix: '. Two were hurt. Iran denied it;',
          article: { id: 'Article:older' },
          supports: { id: 'Incident:attack', label: 'Attack at the dam', __typename: 'Incident' },
        },
      ],
      parts: connection([]),
      statements: connection(['Statement:newer.blame', 'Statement:older.denial', 'Statement:older.claim']),
      own: connection(['Statement:newer.blame', 'Statement:older.claim']),
      articles: connection(['Article:newer', 'Article:older']),
      links: [],
      linkedFrom: connection(['Incident:strike']),
    });
  });

  it('has links to other incidents and from them, filtered by type', async () => {
    const data = await gateway.ask(`{
      strike: incident(id: "strike") { links(type: [RESPONSE_TO, FOLLOWS]) { type incident { id } evidence { quote } } none: links(type: [FOLLOWS]) { type } }
      attack: incident(id: "attack") { linkedFrom(type: [RESPONSE_TO]) ${list} none: linkedFrom(type: [FOLLOWS]) ${list} }
      series: incident(id: "series") { count { min max } parts ${list} date { start end precision } }
    }`);
    expect(data.strike).toEqual({
      links: [{ type: 'RESPONSE_TO', incident: { id: 'Incident:attack' }, evidence: [{ quote: 'it was us' }] }],
      none: [],
    });
    expect(data.attack).toEqual({ linkedFrom: connection(['Incident:strike']), none: connection([]) });
    expect(data.series).toEqual({
      count: null,
      parts: connection(['Incident:attack']),
      date: { start: '2023-10-07', end: null, precision: 'OPEN' },
    });
  });

  it('lists actors that claim it, deny it or are blamed for it, including statements about the incident it is part of', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "attack") { responsibility {
      claimedBy { actor { id } statement { id } } deniedBy { actor { id } statement { id } } attributedTo { actor { id } statement { id } }
    } } }`);
    expect(incident.responsibility).toEqual({
      claimedBy: [{ actor: { id: 'Actor:group' }, statement: { id: 'Statement:older.claim' } }],
      deniedBy: [{ actor: { id: 'Actor:iran' }, statement: { id: 'Statement:older.denial' } }],
      attributedTo: [{ actor: { id: 'Actor:group' }, statement: { id: 'Statement:newer.blame' } }],
    });
  });

  it('has a report for each article, with null for fields that the article does not state', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "attack") { reports {
      article { id } title summary scope type subtype occurrence methods weapons { method evidence { quote } } outcome count { min } date { edtf } location { id } locationPrecision
      participants { actor { id } evidence { quote } } casualties { count { min max } evidence { quote } } partOf { id }
    } one: reports(first: 1) { title } } }`);
    const silent = {
      summary: null,
      scope: null,
      type: null,
      subtype: null,
      occurrence: null,
      methods: null,
      weapons: null,
      outcome: null,
      count: null,
      date: null,
      location: null,
      locationPrecision: null,
      participants: null,
      partOf: null,
    };
    expect(incident.reports).toEqual([
      {
        ...silent,
        article: { id: 'Article:newer' },
        title: 'Attack at the dam',
        casualties: [{ count: { min: 3, max: 5 }, evidence: [{ quote: 'Three were hurt' }] }],
      },
      {
        article: { id: 'Article:older' },
        title: 'Drones at the dam',
        summary: 'Drones hit the dam',
        scope: null,
        type: 'EXPLOSION_REMOTE_VIOLENCE',
        subtype: 'DRONE_STRIKE',
        occurrence: null,
        methods: ['IED', 'DRONE'],
        weapons: [
          { method: 'IED', evidence: [] },
          { method: 'DRONE', evidence: [{ quote: 'Drones' }] },
        ],
        outcome: 'COMPLETED',
        count: null,
        date: { edtf: '2023-11-09' },
        location: { id: 'Location:dam' },
        locationPrecision: 'NEAR',
        participants: [
          { actor: { id: 'Actor:group' }, evidence: [{ quote: 'a group' }] },
          { actor: { id: 'Actor:troops' }, evidence: [] },
        ],
        casualties: [{ count: { min: 2, max: 2 }, evidence: [{ quote: 'Two were hurt' }] }],
        partOf: { id: 'Incident:series' },
      },
    ]);
    expect(incident.one).toEqual([{ title: 'Attack at the dam' }]);
  });

  it('has the statements that give or deny a number, also of the articles whose number does not win', async () => {
    const text = 'The ministry said 14 died, five of them children. The army spoke of 9.';
    const statements = [
      { id: 'ministry', type: 'REPORT', text: '14 died' },
      { id: 'army', type: 'REPORT', text: 'The army spoke of 9' },
    ];
    const toll = (casualties: object[]) => ({ text, statements, incidents: [incident('shelling', { casualties })] });
    const other = await openTestGateway();
    await other.seed(
      article('first', {
        published: '2024-01-01',
        ...toll([{ kind: 'KILLED', count: 9, assertedBy: ['army'], deniedBy: ['ministry'] }]),
      }),
      article('second', {
        published: '2024-01-02',
        ...toll([
          { kind: 'KILLED', count: 14, assertedBy: ['ministry', 'ministry'], evidence: ['14 died'] },
          { kind: 'KILLED', count: 5, demographic: 'CHILDREN', within: true, evidence: ['five of them children'] },
        ]),
      }),
    );
    const said = 'count { min } demographic within assertedBy { id } deniedBy { id }';
    const answer = await other.ask(`{ incident(id: "shelling") {
      casualties { ${said} evidence { claim quote } } reports { casualties { ${said} } }
    } incidents { groups(by: TYPE) { killed { min max } } } }`);
    const [won, children] = [
      { count: { min: 14 }, demographic: null, within: false, assertedBy: [{ id: 'Statement:second.ministry' }] },
      { count: { min: 5 }, demographic: 'CHILDREN', within: true, assertedBy: [], deniedBy: [] },
    ];
    expect(answer.incident.casualties).toEqual([
      { ...won, deniedBy: [], evidence: [{ claim: 'casualties/KILLED', quote: '14 died' }] },
      { ...children, evidence: [{ claim: 'casualties/KILLED/within', quote: 'five of them children' }] },
    ]);
    expect(answer.incident.reports).toEqual([
      { casualties: [{ ...won, deniedBy: [] }, children] },
      {
        casualties: [
          {
            ...{ count: { min: 9 }, demographic: null, within: false },
            assertedBy: [{ id: 'Statement:first.army' }],
            deniedBy: [{ id: 'Statement:first.ministry' }],
          },
        ],
      },
    ]);
    expect(answer.incidents.groups).toEqual([{ killed: { min: 14, max: 14 } }]);
    await other.close();
  });

  it('has its targets and further places, and each report has its own', async () => {
    const other = await openTestGateway();
    const text = 'Rockets from Karbala hit a hospital in Baghdad. The clinic and two homes were destroyed.';
    const locations = [
      named('iraq', { kind: 'COUNTRY' }),
      named('baghdad', { partOf: 'iraq' }),
      named('karbala', { partOf: 'iraq' }),
    ];
    await other.seed(
      article('first', {
        ...{ published: '2024-01-01', text, language: 'en', locations },
        incidents: [
          incident('rockets', {
            location: 'baghdad',
            places: [
              { location: 'karbala', role: 'ORIGIN', precision: 'AREA', evidence: ['Rockets from Karbala'] },
              { location: 'baghdad', role: 'SITE' },
            ],
            targets: [
              { kind: 'HOSPITAL', name: 'The Clinic', location: 'baghdad', evidence: ['a hospital in Baghdad'] },
            ],
          }),
          incident('talks', { places: [{ location: 'baghdad', role: 'MEETING' }] }),
        ],
      }),
      article('second', {
        ...{ published: '2024-01-02', text, locations },
        incidents: [
          incident('rockets', {
            targets: [
              {
                kind: 'HOSPITAL',
                name: 'the clinic',
                location: 'baghdad',
                damage: 'DESTROYED',
                evidence: ['The clinic'],
              },
              { kind: 'HOME', count: 2, damage: 'DESTROYED' },
            ],
          }),
        ],
      }),
    );
    const places = 'places { location { id } role precision evidence { claim quote } }';
    const targets =
      'targets { kind name location { id } damage count { min max } evidence { claim quote article { id } } }';
    const answer = await other.ask(`{
      incident(id: "rockets") { location { id } ${places} meetings: places(role: [MEETING]) { id } ${targets}
        reports { places { location { id } role } targets { kind name damage } } }
      iraq: location(id: "iraq") {
        here: incidents(includeContained: false, role: [ORIGIN]) ${list} origin: incidents(role: [ORIGIN]) ${list}
        site: incidents(role: [SITE]) ${list} met: incidents(role: [MEETING, TRANSIT]) ${list} none: incidents(role: []) ${list} incidents ${list}
      }
      karbala: location(id: "karbala") { here: incidents(includeContained: false, role: [ORIGIN]) ${list} incidents ${list} }
      baghdad: location(id: "baghdad") { here: incidents(includeContained: false, role: [SITE]) ${list} }
      incidents { groups(by: TARGET_KIND) { key label count } }
      search(text: "clinic", types: [INCIDENT]) { edges { highlight node { id } } }
    }`);
    const inArticle = (id: string) => ({ article: { id: `Article:${id}` } });
    const clinic = 'targets/HOSPITAL/baghdad/the clinic';
    expect(answer.incident).toEqual({
      location: { id: 'Location:baghdad' },
      places: [
        {
          ...{ location: { id: 'Location:karbala' }, role: 'ORIGIN', precision: 'AREA' },
          evidence: [{ claim: 'places/ORIGIN/karbala', quote: 'Rockets from Karbala' }],
        },
      ],
      meetings: [],
      targets: [
        {
          ...{
            kind: 'HOSPITAL',
            name: 'the clinic',
            location: { id: 'Location:baghdad' },
            damage: 'DESTROYED',
            count: null,
          },
          evidence: [
            { claim: clinic, quote: 'The clinic', ...inArticle('second') },
            { claim: clinic, quote: 'a hospital in Baghdad', ...inArticle('first') },
          ],
        },
        { kind: 'HOME', name: null, location: null, damage: 'DESTROYED', count: { min: 2, max: 2 }, evidence: [] },
      ],
      reports: [
        {
          places: null,
          targets: [
            { kind: 'HOSPITAL', name: 'the clinic', damage: 'DESTROYED' },
            { kind: 'HOME', name: null, damage: 'DESTROYED' },
          ],
        },
        {
          places: [{ location: { id: 'Location:karbala' }, role: 'ORIGIN' }],
          targets: [{ kind: 'HOSPITAL', name: 'The Clinic', damage: 'UNKNOWN' }],
        },
      ],
    });
    const [rockets, talks, nothing] = [['Incident:rockets'], ['Incident:talks'], []].map(connection);
    expect(answer.iraq).toEqual({
      here: nothing,
      origin: rockets,
      site: rockets,
      met: talks,
      none: nothing,
      incidents: rockets,
    });
    expect(answer.karbala).toEqual({ here: rockets, incidents: nothing });
    expect(answer.baghdad).toEqual({ here: rockets });
    expect(answer.incidents.groups).toEqual([
      { key: 'HOME', label: 'Home', count: 1 },
      { key: 'HOSPITAL', label: 'Hospital', count: 1 },
    ]);
    expect(answer.search.edges).toEqual([
      { highlight: expect.stringContaining('clinic'), node: { id: 'Incident:rockets' } },
    ]);
    await other.close();
  });
});

describe('Actor', () => {
  it('has its fields and relations', async () => {
    const { group, iran, minister } = await gateway.ask(`{
      group: actor(id: "Actor:group") { id label name aliases kind country affiliations { type actor { id } title status assertedBy { id } deniedBy { id } evidence { quote } }
        members ${list} incidents ${list} targeted: incidents(role: [TARGET]) ${list} suspected: incidents(role: [SUSPECTED_PERPETRATOR, TARGET]) ${list} statements ${list} statementsAbout ${list} articles ${list} evidence { quote } }
      iran: actor(id: "iran") { kind country aliases statements ${list} members ${list} }
      minister: actor(id: "minister") { statements ${list} affiliations(type: [HOLDS_OFFICE]) { type title date { edtf start end } status evidence { quote } } }
    }`);
    expect(group).toEqual({
      id: 'Actor:group',
      label: 'The name of group',
      name: 'The name of group',
      aliases: [],
      kind: 'ARMED_GROUP',
      country: null,
      affiliations: [
        {
          type: 'BACKED_BY',
          actor: { id: 'Actor:iran' },
          title: null,
          status: 'DISPUTED',
          assertedBy: [{ id: 'Statement:older.claim' }],
          deniedBy: [{ id: 'Statement:older.denial' }],
          evidence: [{ quote: 'a group' }],
        },
      ],
      members: connection(['Actor:minister']),
      incidents: connection(['Incident:attack']),
      targeted: connection([]),
      suspected: connection(['Incident:attack']),
      statements: connection(['Statement:older.claim']),
      statementsAbout: connection(['Statement:newer.blame', 'Statement:older.denial']),
      articles: connection(['Article:newer', 'Article:older']),
      evidence: [],
    });
    expect(iran).toEqual({
      kind: 'STATE',
      country: 'IR',
      aliases: ['Tehran'],
      statements: connection(['Statement:older.denial']),
      members: connection([]),
    });
    expect(minister).toEqual({
      statements: connection(['Statement:older.denial']),
      affiliations: [
        {
          type: 'HOLDS_OFFICE',
          title: 'Minister',
          date: { edtf: '2021/..', start: '2021-01-01', end: null },
          status: null,
          evidence: [{ quote: 'The minister of Iran' }],
        },
      ],
    });
  });
});

describe('Statement', () => {
  it('has its fields and relations; shows links whose target is stored, contradictions in both directions', async () => {
    const { denial, claim, blame } = await gateway.ask(`{
      denial: statement(id: "Statement:older.denial") { id label type text quote mode date { edtf } condition speaker { id } onBehalfOf { id } incidents ${list} actors ${list} links { type statement { id } } linkedFrom ${list} article { id } evidence { quote supports { id } } }
      claim: statement(id: "older.claim") { quote condition onBehalfOf { id } links(type: [CONTRADICTS]) { statement { id } } none: links(type: [ECHOES]) { type } linkedFrom(type: [ECHOES]) ${list} }
      blame: statement(id: "newer.blame") { speaker { id } mode date { edtf } links { type statement { id } } }
    }`);
    expect(denial).toEqual({
      id: 'Statement:older.denial',
      label: 'Iran denied it',
      type: 'DENIAL_OF_RESPONSIBILITY',
      text: 'Iran denied it',
      quote: null,
      mode: 'INDIRECT',
      date: { edtf: '2023-11-10' },
      condition: null,
      speaker: { id: 'Actor:minister' },
      onBehalfOf: { id: 'Actor:iran' },
      incidents: connection(['Incident:series']),
      actors: connection(['Actor:group']),
      links: [{ type: 'CONTRADICTS', statement: { id: 'Statement:older.claim' } }],
      linkedFrom: connection(['Statement:older.claim']),
      article: { id: 'Article:older' },
      evidence: [{ quote: 'Iran denied it', supports: { id: 'Statement:older.denial' } }],
    });
    expect(claim).toEqual({
      quote: 'it was us',
      condition: 'none',
      onBehalfOf: null,
      links: [{ statement: { id: 'Statement:older.denial' } }],
      none: [],
      linkedFrom: connection(['Statement:newer.blame']),
    });
    expect(blame).toEqual({
      speaker: null,
      mode: null,
      date: null,
      links: [{ type: 'ECHOES', statement: { id: 'Statement:older.claim' } }],
    });
  });
});

describe('Location', () => {
  it('has its fields and relations; includes incidents in the locations that it contains', async () => {
    const { dam, iraq } = await gateway.ask(`{
      dam: location(id: "dam") { id label name aliases kind country point { latitude longitude } partOf { id } ancestors { id } contains ${list} incidents ${list} articles ${list} evidence { quote start } }
      iraq: location(id: "iraq") { country point { latitude } contains ${list} incidents ${list} direct: incidents(includeContained: false) ${list} evidence { quote } }
    }`);
    expect(dam).toEqual({
      id: 'Location:dam',
      label: 'The name of dam',
      name: 'The name of dam',
      aliases: ['The Dam'],
      kind: 'INFRASTRUCTURE',
      country: 'IQ',
      point: { latitude: 36.6, longitude: 42.8 },
      partOf: { id: 'Location:iraq' },
      ancestors: [{ id: 'Location:iraq' }, { id: 'Location:middle-east' }],
      contains: connection([]),
      incidents: connection(['Incident:attack']),
      articles: connection(['Article:older']),
      evidence: [{ quote: 'the dam', start: 11 }],
    });
    expect(iraq).toEqual({
      country: 'IQ',
      point: null,
      contains: connection(['Location:dam']),
      incidents: connection(['Incident:attack']),
      direct: connection([]),
      evidence: [],
    });
  });
});

describe('Article', () => {
  it('has its fields and relations', async () => {
    const { article, bare } = await gateway.ask(`{
      article(id: "older") { id label title url publisher language license citation published text incidents ${list} statements ${list} actors ${list} locations ${list} }
      bare: article(id: "newer") { title url publisher language license citation evidence { quote start end supports { __typename id } } }
    }`);
    expect(article).toEqual({
      id: 'Article:older',
      label: 'First news',
      title: 'First news',
      url: 'https://example.org/first',
      publisher: 'The Paper',
      language: 'en',
      license: 'CC0-1.0',
      citation: 'The Paper, 2023',
      published: '2023-11-10',
      text: older.text,
      incidents: connection(['Incident:attack', 'Incident:series', 'Incident:strike']),
      statements: connection(['Statement:older.denial', 'Statement:older.claim']),
      actors: connection(['Actor:group', 'Actor:iran', 'Actor:minister', 'Actor:troops']),
      locations: connection(['Location:dam', 'Location:iraq', 'Location:middle-east']),
    });
    expect(bare).toEqual({
      title: 'Three were hurt at the dam, officials said. They blame the group.',
      url: null,
      publisher: null,
      language: null,
      license: null,
      citation: null,
      evidence: [
        { quote: 'Three were hurt', start: 0, end: 15, supports: { __typename: 'Incident', id: 'Incident:attack' } },
        { quote: 'at the dam', start: 16, end: 26, supports: { __typename: 'Incident', id: 'Incident:attack' } },
      ],
    });
  });
});

describe('a query for a node by id', () => {
  it('returns the same node from node, nodes and the type’s own field, with or without the type in the id', async () => {
    const data = await gateway.ask(`{
      node(id: "Actor:iran") { id label ... on Actor { kind } }
      nodes(ids: ["Location:dam", "Incident:nothing", "Statement:older.claim", "Article:older", "Location:dam"]) { __typename id ... on Location { kind } }
      incident(id: "nothing") { id }
      bare: actor(id: "iran") { id label kind }
    }`);
    expect(data.node).toEqual(data.bare);
    expect(data.nodes).toEqual([
      { __typename: 'Location', id: 'Location:dam', kind: 'INFRASTRUCTURE' },
      null,
      { __typename: 'Statement', id: 'Statement:older.claim' },
      { __typename: 'Article', id: 'Article:older' },
      { __typename: 'Location', id: 'Location:dam', kind: 'INFRASTRUCTURE' },
    ]);
    expect(data.incident).toBeNull();
  });

  it.each([
    ['incident(id: "Actor:iran") { id }', 'id'],
    ['incident(id: "Not A Slug") { id }', 'id'],
    ['incident(id: "") { id }', 'id'],
    [`incident(id: "${'a'.repeat(121)}") { id }`, 'id'],
    ['statement(id: "no-article") { id }', 'id'],
    ['actor(id: "a.b") { id }', 'id'],
    ['node(id: "iran") { id }', 'id'],
    ['node(id: "Planet:mars") { id }', 'id'],
    ['node(id: "Actor:") { id }', 'id'],
    ['nodes(ids: ["Actor:iran", "iran"]) { id }', 'ids.1'],
  ])('rejects a malformed id: %s', async (field, argument) => {
    const { errors, data } = await gateway.answer(`{ parent: ${field} }`);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(data?.found ?? null).toBeNull();
  });

  it('gives null and an error for a malformed id of several, and the other nodes', async () => {
    const { data, errors } = await gateway.answer(
      '{ nodes(ids: ["iran", "Actor:group", "Planet:mars"]) { id } incident(id: "attack") { id } }',
    );
    expect(data).toEqual({ nodes: [null, { id: 'Actor:group' }, null], incident: { id: 'Incident:attack' } });
    expect(errors).toMatchObject([
      { path: ['nodes', 0], extensions: { argument: 'ids.0' } },
      { path: ['nodes', 2], extensions: { argument: 'ids.2' } },
    ]);
  });

  it('reports an argument that is wrong under many parents as one error, and each argument as its own', async () => {
    const { data, errors } = await gateway.answer(
      '{ articles { nodes { a: incidents(after: "x") { totalCount } b: incidents(after: "x") { totalCount } } } }',
    );
    expect(data?.articles.nodes.length).toBeGreaterThan(1);
    expect(data?.articles.nodes.every(({ a, b }: any) => a === null && b === null)).toBe(true);
    expect(errors).toMatchObject(
      ['a', 'b'].map((name) => ({
        path: ['articles', 'nodes', 0, name],
        extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
      })),
    );
  });

  it('rejects more than 100 ids', async () => {
    const { errors } = await gateway.answer('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(101).fill('Actor:iran'),
    });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'ids' });
  });
});
