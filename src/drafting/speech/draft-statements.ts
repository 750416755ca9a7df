import type { EvidenceInput, StatementInput } from '../../entities/article/article.ts';
import type { StatementType } from '../../generated/schema.ts';
import { slugOf } from '../../import/slug.ts';
import { speechWords } from '../../ingest/ground/english/words.ts';
import type { Reading } from '../../ingest/ground/reading.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import type { DraftedIncident } from '../events/draft-incidents.ts';
import type { DraftedActor } from '../names/draft-names.ts';

/** A text with more statements lists the first ones. */
const maxStatements = 300;

export interface DraftedStatement {
  input: StatementInput;
  certainty: number;
  doubt: string;
}

const types: readonly (readonly [StatementType, RegExp])[] = [
  [
    'CLAIM_OF_RESPONSIBILITY',
    /\bclaim(?:ed|s|ing)? (?:\w+ ){0,2}responsibility\b|\bclaimed (?:the|an) attack|\bwere responsible for the\b/i,
  ],
  ['DENIAL_OF_RESPONSIBILITY', /\bden(?:ied|ies|ying|y) (?:\w+ ){0,3}(?:involvement|responsibility|role|carrying)\b/i],
  ['CONDEMNATION', /\bcondemn(?:ed|s|ing)?\b|\bdeplor(?:ed|es|ing|e)\b|\bdenounc(?:ed|es|ing|e)\b/i],
  ['SYMPATHY', /\bcondolences?\b|\bsympath(?:y|ies)\b/i],
  ['WARNING', /\bwarn(?:ed|s|ing)?\b/i],
  ['THREAT', /\bthreaten(?:ed|s|ing)?\b/i],
  ['ACCUSATION', /\baccus(?:ed|es|ing|e)\b|\bblam(?:ed|es|ing|e)\b/i],
  ['DEMAND', /\bdemand(?:ed|s|ing)?\b/i],
  ['APPEAL', /\burg(?:ed|es|ing|e)\b|\bcall(?:ed|s|ing)? (?:on|for|upon)\b|\bappeal(?:ed|s|ing)?\b/i],
  ['PLEDGE', /\bpledg(?:ed|es|ing|e)\b|\bvow(?:ed|s|ing)?\b|\bpromis(?:ed|es|ing|e)\b/i],
  ['CONFIRMATION', /\bconfirm(?:ed|s|ing)?\b/i],
];

/** Drafts the statements of a text: sentences with a verb of speech beside the name of a speaker. */
export function draftStatements(
  text: string,
  reading: Reading,
  actors: readonly DraftedActor[],
  incidents: readonly DraftedIncident[],
  quote: (span: Span) => EvidenceInput[],
): DraftedStatement[] {
  const mentions = actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const incidentOf = new Map<string, string>();
  for (const { input } of incidents)
    for (const { quote: words } of input.evidence ?? []) if (!incidentOf.has(words)) incidentOf.set(words, input.id);
  const statements: DraftedStatement[] = [];
  const ids = new Set<string>();
  let next = 0;
  for (const [index, span] of reading.sentences.entries()) {
    if (statements.length >= maxStatements) break;
    while ((mentions[next]?.mention.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
    const sentence = text.slice(span.start, span.end);
    const own: typeof mentions = [];
    for (let at = next; at < mentions.length && (mentions[at]?.mention.start ?? 0) < span.end; at++)
      own.push(mentions[at] as (typeof mentions)[number]);
    const verb = verbOf(reading, index, own, text);
    if (!verb) continue;
    const evidence = quote(span);
    if (evidence.length === 0) continue;
    const direct = directSpeech(sentence);
    const type =
      types.find(([, pattern]) => pattern.test(direct ? sentence.replace(direct, ' ') : sentence))?.[0] ??
      (incidentOf.has(sentence) ? 'REPORT' : 'COMMENT');
    const incident = incidentOf.get(sentence);
    const { input: speaker } = verb.actor;
    let id = slugOf(`${speaker.name} ${type.toLowerCase().replaceAll('_', ' ')}`).slice(0, 100);
    for (let count = 2; ids.has(id); count++)
      id = `${slugOf(`${speaker.name} ${type.toLowerCase()}`).slice(0, 100)}-${count}`;
    ids.add(id);
    statements.push({
      input: {
        id,
        type,
        text: sentence.replace(/\s+/g, ' ').trim(),
        ...(direct && { quote: direct }),
        mode: direct ? 'DIRECT_QUOTE' : 'INDIRECT',
        speaker: speaker.id,
        ...(incident !== undefined && { incidents: [incident] }),
        evidence,
      },
      certainty: type === 'COMMENT' || type === 'REPORT' ? 0.65 : 0.6,
      doubt: `${speaker.name} is the name beside “${verb.word}”; the type is that of the verb`,
    });
  }
  return statements;
}

/** Returns the verb of speech of a sentence and its subject: the name just before it, or just after a quote. */
function verbOf(
  reading: Reading,
  sentence: number,
  own: readonly { actor: DraftedActor; mention: Span }[],
  text: string,
): { actor: DraftedActor; word: string } | undefined {
  if (own.length === 0) return undefined;
  const { words, sentenceStarts } = reading;
  const to = sentenceStarts[sentence + 1] ?? words.words.length;
  for (let at = sentenceStarts[sentence] ?? 0; at < to; at++) {
    const word = words.words[at] ?? '';
    if (!speechWords.has(word) || nouns.has(word)) continue;
    const [start, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
    const before = own.findLast(({ mention }) => mention.end <= start);
    if (before && isSubject(text.slice(before.mention.end, start))) return { actor: before.actor, word };
    const after = own.find(({ mention }) => mention.start >= end);
    if (
      after &&
      /[”"’',]\s*$/.test(text.slice(Math.max(0, start - 3), start)) &&
      /^ (?:the |a |an |[A-Z][\w.]* ){0,3}$/.test(text.slice(end, after.mention.start))
    )
      return { actor: after.actor, word };
    if (
      after &&
      word === 'according' &&
      /^ to (?:the |a |an )?(?:[A-Z][\w.]* ){0,3}$/.test(text.slice(end, after.mention.start))
    )
      return { actor: after.actor, word };
  }
  return undefined;
}

const nouns: ReadonlySet<string> = new Set(
  'statement spokesman spokeswoman spokesperson report reports state states claim claims call calls notes note comment comments post posts attributed written stress'.split(
    ' ',
  ),
);

function isSubject(between: string): boolean {
  if (/^,[^,.;“”"]{2,80}, (?:has |have |had |also |later )?$/.test(between)) return true;
  return /^ (?:(?:has|have|had|also|later|then|strongly|repeatedly|again|spokesm[ae]n|spokeswoman|spokesperson|officials?|forces|government|leaders?|group|police|ministry) ){0,3}$/.test(
    between,
  );
}

/** The words in double quotation marks, if they are a sentence of their own or a part of one. */
function directSpeech(sentence: string): string | undefined {
  const found = /[“"]([^“”"]{12,2000})[”"]/.exec(sentence);
  return found?.[1]?.replace(/,$/, '').trim() || undefined;
}
