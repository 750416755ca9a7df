import type { ActorInput, AffiliationInput } from '../../entities/article/article.ts';
import type { ActorKind, AffiliationType } from '../../generated/schema.ts';
import { findCountry } from '../countries.ts';
import { evidenceAt } from '../quotable-text.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import type { NamedRelation, NamedThing } from './mentions.ts';

/** Returns the actors that a document names, in text order, with their affiliations. */
export function actorsOf(
  text: string,
  articleId: string,
  things: readonly NamedThing[],
  relations: readonly NamedRelation[],
): ActorInput[] {
  const actors = new Map<NamedThing, ActorInput>();
  const byId = new Map<string, ActorInput>();
  for (const thing of things) {
    if (thing.sort !== 'actor') continue;
    const actor = actorOf(thing, articleId);
    const known = byId.get(actor.id) ?? { ...actor, evidence: [] };
    known.evidence?.push(...thing.mentions.flatMap(({ start, end }) => evidenceAt(text, start, end)));
    byId.set(actor.id, known);
    actors.set(thing, known);
  }
  for (const relation of relations) {
    const [source, target] = [actors.get(relation.source), actors.get(relation.target)];
    if (!source || !target || source === target) continue;
    const affiliation = affiliationOf(relation, source, target);
    const quoted = evidenceAt(text, relation.start, relation.end);
    source.affiliations ??= [];
    const same = source.affiliations.find(
      ({ type, actor, title }) => type === affiliation.type && actor === target.id && title === affiliation.title,
    );
    if (!same) source.affiliations.push({ ...affiliation, evidence: quoted });
    else if (!same.evidence?.some(({ quote }) => quote === quoted[0]?.quote)) same.evidence?.push(...quoted);
  }
  return [...byId.values()].map(inOrder);
}

/** Puts `evidence` last, as in the schema. */
function inOrder({ evidence = [], ...rest }: ActorInput): ActorInput {
  return { ...rest, evidence };
}

/** One without a name of its own is this document's alone; so is a person without a full name. */
function actorOf({ name, aliases, type, isProper }: NamedThing, articleId: string): ActorInput {
  const country = type === 'Organisation' ? findCountry(name) : undefined;
  const called = country?.name ?? name;
  const others = [...new Set([name, ...aliases])].filter((alias) => alias !== called);
  const isShared = isProper && (type !== 'Person' || isFullName(name));
  return {
    id: country?.id ?? (isShared ? slugOf(name) : joinSlugs(articleId, slugOf(name))),
    name: called,
    ...(others.length > 0 && { aliases: others }),
    kind: country ? 'STATE' : kindOf(name, type, isProper),
    ...(country && { country: country.code }),
  };
}

const titles = new Set(
  `mr mrs ms dr prof professor sir lord king queen prince princess sheikh sayyid imam ayatollah pope senator congressman
  ambassador envoy president vice prime minister secretary deputy assistant under undersecretary director chief head leader
  chairman governor mayor judge general gen lieutenant lt major maj colonel col captain capt commander cmdr cdr admiral adm
  sergeant sgt staff petty officer private corporal commanding brig brigadier special acting former senior spokesman
  spokeswoman spokesperson foreign defense defence interior state navy army air force marine marines corps fleet command
  task ministry department government coalition joint combined us u.s uk iraqi syrian turkish russian american british
  french german iranian of for the and to in on at`.split(/\s+/),
);

/** Whether two words remain without titles, ranks and offices: `Navy Capt. Jeff Davis`, not `Secretary of State`. */
function isFullName(name: string): boolean {
  const words = name.split(/[\s,]+/).map((word) => word.replace(/\.$/, ''));
  return words.filter((word) => /^\p{Lu}/u.test(word) && !titles.has(word.toLowerCase())).length >= 2;
}

const kindsByName: [RegExp, ActorKind][] = [
  [/\b(?:coalition|alliance)\b(?! (?:military|forces))/i, 'COALITION'],
  [/\bpolice\b/i, 'POLICE'],
  [
    /\b(?:ISIL|ISIS|IS|Da[’']?esh|Islamic State|Al[- ]Qa[’']?[ei]?da|AQI|SDF|YPG|PKK|Hezbollah|militias?|Peshmerga|Popular Mobilization|insurgents?|terrorists?|Syrian Democratic Forces|tactical units?)\b/i,
    'ARMED_GROUP',
  ],
  [
    /\b(?:army|navy|naval|air force|marines?|military|forces?|troops|soldiers|battalion|regiment|brigade|squadron|wing|command|CENTCOM|USARCENT|NAVCENT|task force|CJTF|ISF|airmen|pentagon)\b/i,
    'MILITARY',
  ],
  [/\b(?:government|ministry|department|administration|embassy|agency|council|office|regime)\b/i, 'GOVERNMENT'],
  [/\bparty\b/i, 'POLITICAL_PARTY'],
  [/\b(?:news|press|television|radio)\b/i, 'MEDIA'],
];

function kindOf(name: string, type: string, isProper: boolean): ActorKind {
  if (type === 'Person') return 'PERSON';
  const kind = kindsByName.find(([pattern]) => pattern.test(name))?.[1];
  return kind ?? (isProper ? 'ORGANIZATION' : 'COLLECTIVE');
}

const office =
  /\b(?:commanding general|commander|leader|head|chief|president|minister|secretary|director|spokes\w+)\b/i;

function affiliationOf({ type, value }: NamedRelation, source: ActorInput, target: ActorInput): AffiliationInput {
  const title = type === 'InChargeOf' ? office.exec(value)?.[0] : undefined;
  return { type: affiliationType(type, value, source, target), actor: target.id, ...(title && { title }) };
}

function affiliationType(type: string, value: string, source: ActorInput, target: ActorInput): AffiliationType {
  if (type === 'AlliesOf') return 'ALLIED_WITH';
  if (type === 'FightingAgainst') return 'OPPOSES';
  if (type === 'InChargeOf') return /command/i.test(value) || target.kind === 'MILITARY' ? 'COMMANDS' : 'LEADS';
  return source.kind === 'PERSON' || source.kind === 'STATE' ? 'MEMBER_OF' : 'PART_OF';
}
