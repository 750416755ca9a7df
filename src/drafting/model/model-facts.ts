import type { EvidenceInput, IncidentInput, QuantityInput, StatementInput } from '../../entities/article/article.ts';
import { joinSlugs, slugOf } from '../../import/slug.ts';
import { beginningsOf } from '../../ingest/ground/english/lexemes.ts';
import { numbersOf } from '../../ingest/ground/english/numbers.ts';
import { createLooseFinder, type LooseFinder } from '../../ingest/ground/plain-text.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import { wordsOf } from '../../ingest/ground/words-of-text.ts';
import { readDays } from '../dates/read-days.ts';
import { statesHarm } from '../events/event-words.ts';
import type { RejectedFact } from '../draft.ts';
import type { DraftedNames } from '../names/draft-names.ts';
import { keyOfName } from '../names/name-words.ts';
import { type ModelAnswer, type ModelIncident, type ModelStatement, rejection } from './model-answer.ts';

/** Incidents and statements of a model, with evidence. Nothing in them was not given as words of the text. */
export interface ModelFacts {
  incidents: IncidentInput[];
  statements: StatementInput[];
}

export interface ModelFactSources {
  text: string;
  published: string;
  names: DraftedNames;
  quote: (span: Span) => EvidenceInput[];
  rejected: RejectedFact[];
}

/** Makes incidents and statements of an answer. What has no quote that stands in the text is added to `rejected`. */
export function modelFacts(answer: ModelAnswer, sources: ModelFactSources): ModelFacts {
  const { text, published, names, quote, rejected } = sources;
  const finder = createLooseFinder(text, allQuotes(answer));
  const places = byKey(names.places);
  const actors = byKey(names.actors);
  const incidents = answer.incidents.flatMap((incident) => incidentOf(incident));
  const statements = answer.statements.flatMap((statement) => statementOf(statement));
  return { incidents, statements };

  function evidenceOf(quotes: readonly string[], fact: object): EvidenceInput[] {
    const found = quotes.flatMap((words) => {
      const span = findQuote(text, words, finder);
      return span ? quote(span) : [];
    });
    if (found.length === 0) rejected.push(rejection(fact, 'none of its quotes stands in the text'));
    const distinct = new Map(found.map((each) => [JSON.stringify(each), each]));
    return [...distinct.values()];
  }

  function incidentOf(given: ModelIncident): IncidentInput[] {
    const { title, type, subtype, occurrence, methods, outcome, date, location, locationPrecision } = given;
    const evidence = evidenceOf(given.evidence, { title, type });
    if (evidence.length === 0) return [];
    const day = date === undefined ? undefined : dayOf(date);
    const place = location === undefined ? undefined : places.get(keyOfName(location));
    const targets = (given.targets ?? []).flatMap(({ kind, name, damage, evidence: quotes }) => {
      const own = evidenceOf(quotes, { target: kind, name });
      return own.length === 0 ? [] : { kind, ...(name && { name }), ...(damage && { damage }), evidence: own };
    });
    const participants = (given.participants ?? []).flatMap(({ actor: name, role, status, evidence: quotes }) => {
      const fact = { actor: name, role };
      const actor = actors.get(keyOfName(name));
      const own = actor ? evidenceOf(quotes, fact) : [];
      if (own.length === 0 || !actor) return [];
      const reason = participantFault(name, role, own);
      if (reason !== undefined) {
        rejected.push(rejection(fact, reason));
        return [];
      }
      return { actor, role, ...(status && { status }), evidence: own };
    });
    const casualties = (given.casualties ?? []).flatMap(
      ({ kind, count: words, group, demographic, severity, evidence: quotes }) => {
        const own = evidenceOf(quotes, { casualty: kind, count: words });
        const count = words === undefined ? undefined : quantityOf(words);
        if (words !== undefined && !count) rejected.push(rejection({ kind, count: words }, 'the words give no number'));
        return own.length === 0
          ? []
          : {
              kind,
              ...(count && { count }),
              ...(group && { group }),
              ...(demographic && { demographic }),
              ...(severity && { severity }),
              evidence: own,
            };
      },
    );
    const parts = [slugOf(title).slice(0, 60).replace(/-$/, ''), slugOf(day?.edtf ?? published.slice(0, 10))];
    return [
      {
        id: joinSlugs(...parts),
        title,
        type,
        ...(subtype && { subtype }),
        ...(occurrence && { occurrence }),
        ...(methods && methods.length > 0 && { methods: [...new Set(methods)] }),
        ...(outcome && { outcome }),
        ...(day && { date: day }),
        ...(place && { location: place, ...(locationPrecision && { locationPrecision }) }),
        ...(targets.length > 0 && { targets }),
        ...(participants.length > 0 && { participants }),
        ...(casualties.length > 0 && { casualties }),
        evidence,
      },
    ];
  }

  /** Reads the words for a day by rules. They must stand in the text. */
  function dayOf(words: string): { edtf: string; original: string } | undefined {
    const start = words.trim() === '' ? -1 : text.indexOf(words);
    const [day] = start === -1 ? [] : readDays(text, { start, end: start + words.length }, published);
    if (!day)
      rejected.push(
        rejection({ date: words }, start === -1 ? 'the text does not have these words' : 'the words give no day'),
      );
    return day && { edtf: day.edtf, original: day.original };
  }

  function statementOf(given: ModelStatement): StatementInput[] {
    const { type, speaker, onBehalfOf, quote: spoken, mode, hedge, anonymous } = given;
    const evidence = evidenceOf(given.evidence, { type, speaker });
    const [first] = evidence;
    if (!first) return [];
    const by = speaker === undefined ? undefined : actors.get(keyOfName(speaker));
    const behalf = onBehalfOf === undefined ? undefined : actors.get(keyOfName(onBehalfOf));
    if (!by && anonymous !== true) {
      rejected.push(rejection({ type, speaker }, 'a statement needs a speaker that the text names, or anonymous'));
      return [];
    }
    return [
      {
        id: slugOf(`${speaker ?? 'anonymous'} ${type.toLowerCase().replaceAll('_', ' ')}`).slice(0, 100),
        type,
        text: first.quote.replace(/\s+/g, ' ').trim(),
        ...(spoken && text.includes(spoken) && { quote: spoken }),
        ...(mode && { mode }),
        ...(hedge && { hedge }),
        ...(by && { speaker: by }),
        ...(behalf && { onBehalfOf: behalf }),
        ...(anonymous && !by && { anonymous }),
        evidence,
      },
    ];
  }
}

function byKey(
  drafted: readonly { input: { id: string; name: string; aliases?: string[] }; mentions: readonly { key: string }[] }[],
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { input, mentions } of drafted)
    for (const key of [
      keyOfName(input.name),
      ...(input.aliases ?? []).map(keyOfName),
      ...mentions.map((each) => each.key),
    ])
      if (!ids.has(key)) ids.set(key, input.id);
  return ids;
}

function allQuotes({ incidents, statements }: ModelAnswer): string[] {
  return [
    ...incidents.flatMap(({ evidence, targets = [], participants = [], casualties = [] }) => [
      ...evidence,
      ...[...targets, ...participants, ...casualties].flatMap((part) => part.evidence),
    ]),
    ...statements.flatMap(({ evidence }) => evidence),
  ];
}

/** Returns why quotes do not carry a participant. Who is said to have done harm must be named with the harm. */
function participantFault(name: string, role: string, evidence: readonly EvidenceInput[]): string | undefined {
  const last = keyOfName(name).split(' ').at(-1) ?? '';
  const naming = evidence.filter(({ quote }) => ` ${keyOfName(quote)} `.includes(` ${last} `));
  if (naming.length === 0) return 'its quote does not name the actor';
  const isHarm = role === 'PERPETRATOR' || role === 'SUSPECTED_PERPETRATOR' || role === 'SPONSOR';
  if (isHarm && !naming.some(({ quote }) => statesHarm(quote))) return 'its quote does not say what the actor did';
  return undefined;
}

/** Finds a quote to the letter, else without regard to quotation marks, dashes, case and line breaks. */
function findQuote(text: string, words: string, finder: LooseFinder): Span | undefined {
  const start = words.trim() === '' ? -1 : text.indexOf(words);
  if (start !== -1) return { start, end: start + words.length };
  const parts = finder.find(words);
  return parts?.length === 1 ? parts[0]?.[0] : undefined;
}

function quantityOf(words: string): QuantityInput | undefined {
  const text = wordsOf(words.slice(0, 200));
  const [number] = numbersOf(text, beginningsOf(text).numbers, () => false);
  if (!number || (number.form === 'vague' && number.min < 2)) return undefined;
  const { min, max, form } = number;
  return form === 'vague' || max === undefined ? { min } : { min, max };
}
