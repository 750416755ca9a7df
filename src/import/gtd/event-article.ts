import type {
  ActorInput,
  Article,
  ParticipantInput,
  StatementInput,
  TargetInput,
  WeaponInput,
} from '../../entities/article/article.ts';
import { gtdClaimed, gtdPropertyExtent, gtdSuccess, gtdSuspicion } from '../crosswalk/gtd.ts';
import { gtdTargetSubtypes } from '../crosswalk/gtd-targets.ts';
import { createTextWriter, type Span } from '../quotable-text.ts';
import { actorOfGroup, actorOfTarget, actorsOfGroup } from './actors.ts';
import { casualtiesOf } from './casualties.ts';
import { dateOf, publicationOf } from './dates.ts';
import type { GtdEvent, GtdGroup, GtdTarget } from './gtd-event.ts';
import { kindOf, methodsOf, nameOfAttack, nameOfTargetType, nameOfWeapon, targetKindOf } from './kinds.ts';
import { placesOf, precisionOf } from './places.ts';

const publisher = {
  publisher: 'START, Global Terrorism Database',
  language: 'en',
  license: 'GTD End User License Agreement: attribution required, no redistribution of the data',
};

const citation =
  'START (National Consortium for the Study of Terrorism and Responses to Terrorism). Global Terrorism Database [data ' +
  'file]. https://www.start.umd.edu/gtd. Types, targets, weapons and places are converted to the terms of this graph.';

/**
 * Turns an incident into an article. The text is the summary and then the columns in words, so that they can be quoted.
 * `version` is the release.
 */
export function articleOfEvent(event: GtdEvent, version: number | undefined): Article {
  const { write, finish } = createTextWriter();
  const id = `gtd-${event.id}`;
  const places = placesOf(event);
  const date = dateOf(event);
  const line = (words: string): Span => {
    const span = write(words);
    write('.\n');
    return span;
  };

  const summary = event.summary === '' ? [] : [write(event.summary)];
  if (event.summary !== '') write('\n');
  const attack = line(`Attack: ${nameOfAttack(event)}${event.isSuicide ? ', suicide' : ''}`);
  const groups = event.groups.map((group) => ({ group, ...writeGroup(group) }));
  if (event.groups.length === 0) line('Perpetrators: unknown');
  if (event.isClaimed && event.groups.length === 0) line('Claimed, by an unknown group');
  const targets = event.targets.map((target) => ({ target, ...writeTarget(target) }));
  const weapons = event.weapons.map((weapon) => ({ weapon, span: line(`Weapon: ${nameOfWeapon(weapon)}`) }));
  const when = line(
    `When: ${date.edtf.replace('/', ' to ')}${date.original === undefined ? '' : ` (${date.original})`}`,
  );
  const where = write('Where: ');
  const placeSpans = places.map(({ written }, at) => {
    if (at > 0) write(', ');
    return write(written);
  });
  const end = write(event.placeDetails === '' ? '' : ` (${event.placeDetails})`).end;
  write('.\n');
  const outcome = line(event.isSuccessful ? 'The attack was successful' : 'The attack was not successful, it failed');
  const casualties = casualtiesOf(event).map(({ casualty, words }) => ({ ...casualty, span: line(words) }));
  if (event.killed.americans) line(`Killed, of the United States: ${event.killed.americans}`);
  if (event.injured.americans) line(`Injured, of the United States: ${event.injured.americans}`);
  const extent = event.damage && gtdPropertyExtent[event.damage].name;
  const damaged = event.damage === undefined ? [] : [line(`Damage to property: ${extent || 'none'}`)];
  const ransom = event.isRansomDemanded
    ? [line(`A ransom was demanded${event.ransom ? `: ${event.ransom} US dollars` : ''}`)]
    : [];
  if (event.isDoubtful) line('It is doubtful whether it was terrorism');
  for (const [aspect, isSo] of event.international) line(`International ${aspect}: ${isSo ? 'yes' : 'no'}`);
  const sources = event.sources.map((source) => {
    const span = write(`Source: ${source}`);
    write('\n');
    return span;
  });
  if (event.collection !== '') line(`Collected by: ${event.collection}`);
  const { text, evidence } = finish();

  const actors = new Map<string, ActorInput>();
  const participants = new Map<string, ParticipantInput>();
  const add = (actor: ActorInput, span: Span, participation: Omit<ParticipantInput, 'actor' | 'evidence'>) => {
    if (!actors.has(actor.id)) actors.set(actor.id, { ...actor, evidence: evidence(span) });
    const key = `${actor.id} ${participation.role}`;
    if (!participants.has(key)) {
      participants.set(key, { actor: actor.id, ...participation, evidence: evidence(span) });
    }
  };
  for (const { group, spans, whole } of groups) {
    const { role, status } = gtdSuspicion[group.isSuspected ? 1 : 0];
    for (const [at, { affiliations = [], ...actor }] of actorsOfGroup(group).entries()) {
      const evidenced = affiliations.map((each) => ({ ...each, evidence: evidence(whole) }));
      const inWords = { ...actor, ...(evidenced.length > 0 && { affiliations: evidenced }) };
      add(inWords, spans[at] as Span, { role, status: group.isClaiming ? gtdClaimed[1].status : status });
    }
  }
  for (const { target, spans } of targets) {
    const found = actorOfTarget(target, event.country);
    if (found) add(found.actor, spans[found.column] as Span, { role: 'TARGET' });
  }

  const placeName = places[0].written;
  const title = `${nameOfAttack(event)}: ${placeName}, ${date.edtf.replace('/', ' to ')}`;
  const { published, isAssumed } = publicationOf(event, version);
  const statements = statementsOf();
  const things = targetsOf();
  return {
    id,
    ...(version !== undefined && { version }),
    title,
    url: `https://www.start.umd.edu/gtd/search/IncidentSummary.aspx?gtdid=${event.id}`,
    ...publisher,
    citation: isAssumed ? `${citation} The day of publication is not given: an assumption.` : citation,
    published,
    text: text.trimEnd(),
    locations: places.map(({ location }, at) => ({ ...location, evidence: evidence(placeSpans[at] as Span) })),
    actors: [...actors.values()],
    incidents: [
      {
        id,
        title,
        summary: event.summary === '' ? text.slice(attack.start, attack.end) : event.summary,
        scope: 'EVENT',
        ...kindOf(event),
        ...(weapons.some(({ weapon }) => methodsOf(weapon).length > 0) && {
          weapons: weapons.flatMap(({ weapon, span }) =>
            methodsOf(weapon).map((method): WeaponInput => ({ method, evidence: evidence(span) })),
          ),
        }),
        outcome: gtdSuccess[event.isSuccessful ? 1 : 0].outcome,
        date,
        location: places[0].location.id,
        locationPrecision: precisionOf(event),
        ...(things.length > 0 && { targets: things }),
        participants: [...participants.values()],
        casualties: casualties.map(({ span, ...casualty }) => ({ ...casualty, evidence: evidence(span) })),
        evidence: evidence(...summary, attack, when, { start: where.start, end }, outcome, ...sources),
      },
    ],
    ...(statements.length > 0 && { statements }),
  };

  function writeGroup(group: GtdGroup): { spans: Span[]; whole: Span; claim: Span | undefined } {
    const { start } = write(group.isSuspected ? 'Perpetrators, suspected: ' : 'Perpetrators: ');
    const spans = [write(group.name)];
    if (group.subgroup !== '') {
      write(' (');
      spans.push(write(group.subgroup));
      write(')');
    }
    const whole = { start, end: write('').end };
    write('.\n');
    const mode = group.claimMode === '' ? '' : ` (${group.claimMode})`;
    return { spans, whole, claim: group.isClaiming ? line(`${group.name} claimed responsibility${mode}`) : undefined };
  }

  function writeTarget(target: GtdTarget): { spans: Partial<Record<'entity' | 'name', Span>>; whole: Span } {
    const narrower = target.subtype === undefined ? '' : `: ${gtdTargetSubtypes[target.subtype].name}`;
    const { start } = write(`Target: ${nameOfTargetType(target.type)}${narrower}`);
    const spans: Partial<Record<'entity' | 'name', Span>> = {};
    for (const column of ['entity', 'name'] as const) {
      if (target[column] === '') continue;
      write(', ');
      spans[column] = write(target[column]);
    }
    const { end } = write(target.nationality === '' ? '' : ` (${target.nationality})`);
    write('.\n');
    return { spans, whole: { start, end } };
  }

  /** The damage is that of the incident, which is a target's if there is only one. */
  function targetsOf(): TargetInput[] {
    const things = targets.flatMap(({ target, whole }): TargetInput[] => {
      const kind = targetKindOf(target);
      const name = target.name || target.entity;
      return kind === undefined ? [] : [{ kind, ...(name !== '' && { name }), evidence: evidence(whole) }];
    });
    const [only, ...others] = things;
    if (!only || others.length > 0 || event.damage === undefined) return things;
    const damage = event.damage === 0 ? 'NONE' : gtdPropertyExtent[event.damage].damage;
    const { evidence: quotes = [], ...target } = only;
    return [{ ...target, damage, evidence: [...quotes, ...evidence(...damaged)] }];
  }

  function statementsOf(): StatementInput[] {
    const claims = groups.flatMap(({ group, claim }, at): StatementInput[] => {
      if (!claim) return [];
      const words = text.slice(claim.start, claim.end);
      const onBehalfOf = actorOfGroup(group.name).id;
      const type = gtdClaimed[1].statementType;
      return [
        {
          id: `claim-${at + 1}`,
          type,
          text: words,
          mode: 'PARAPHRASE',
          onBehalfOf,
          incidents: [id],
          evidence: evidence(claim),
        },
      ];
    });
    const [only, ...others] = groups;
    const demander = only && others.length === 0 ? { onBehalfOf: actorOfGroup(only.group.name).id } : {};
    const demands = ransom.map((span): StatementInput => {
      const words = text.slice(span.start, span.end);
      return {
        id: 'ransom',
        type: 'DEMAND',
        text: words,
        mode: 'PARAPHRASE',
        ...demander,
        incidents: [id],
        evidence: evidence(span),
      };
    });
    return [...claims, ...demands];
  }
}
