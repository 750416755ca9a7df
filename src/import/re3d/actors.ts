import type { ActorInput, AffiliationInput } from '../../article/article.ts';
import type { ActorKind, AffiliationType } from '../../generated/schema.ts';
import { findCountry } from '../countries.ts';
import { evidenceAt } from '../quotable-text.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import type { NamedRelation, NamedThing } from './mentions.ts';

/** The actors that a document names, in text order, and how they stand to each other. */
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

/** In the order of the schema, whatever was added last. */
function inOrder({ evidence = [], ...rest }: ActorInput): ActorInput {
  return { ...rest, evidence };
}

/** One without a name of its own, or with a surname only, is this document's alone. */
function actorOf({ name, aliases, type, isProper }: NamedThing, articleId: string): ActorInput {
  const country = type === 'Organisation' ? findCountry(name) : undefined;
  const called = country?.name ?? name;
  const others = [...new Set([name, ...aliases])].filter((alias) => alias !== called);
  const isShared = isProper && (type !== 'Person' || name.includes(' '));
  return {
    id: country?.id ?? (isShared ? slugOf(name) : joinSlugs(articleId, slugOf(name))),
    name: called,
    ...(others.length > 0 && { aliases: others }),
    kind: country ? 'STATE' : kindOf(name, type, isProper),
    ...(country && { country: country.code }),
  };
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
