import type { QuantityInput } from '../../entities/article/article.ts';
import type { ActorKind, CasualtyGroup, CasualtyKind, Demographic } from '../../generated/schema.ts';
import { countryAt } from '../../ingest/ground/english/countries.ts';
import { isActorNoun } from '../../ingest/ground/english/kind-nouns.ts';
import type { NumberMention } from '../../ingest/ground/english/numbers.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import type { TextWords, WordRange } from '../../ingest/ground/words-of-text.ts';

/** A number of people that were killed, injured or otherwise affected, and the words that say so. */
export interface Toll extends WordRange {
  kind: CasualtyKind;
  count: QuantityInput;
  group?: CasualtyGroup;
  demographic?: Demographic;
  /** Whether the words give a vague number, such as `several`. */
  isVague: boolean;
  /** Whether the people come in addition to others: `three others`. */
  isFurther: boolean;
  /** The sentence that it stands in. */
  sentence: number;
}

type Voice = 'transitive' | 'intransitive' | 'state';

/** Verbs and nouns of casualties: their kind, and whether the people are their object or their subject. */
const verbs: ReadonlyMap<string, { kind: CasualtyKind; voice: Voice }> = new Map(
  (
    [
      [
        'KILLED',
        'transitive',
        'kill kills killed killing murdered murdering slain slaughtered slaughtering executed executing assassinated assassinating massacred massacring beheaded beheading eliminated',
      ],
      ['KILLED', 'intransitive', 'died die dies dying perished'],
      ['KILLED', 'state', 'dead deaths death fatalities fatality'],
      [
        'INJURED',
        'transitive',
        'injured injure injures injuring wounded wound wounds wounding hurt hurting maimed maiming',
      ],
      ['INJURED', 'state', 'injuries casualties hospitalized hospitalised'],
      ['CAPTURED', 'transitive', 'captured capture captures capturing abducted abducting kidnapped kidnapping'],
      [
        'ARRESTED',
        'transitive',
        'arrested arrest arrests arresting detention detained detain detains detaining apprehended apprehending',
      ],
      ['RELEASED', 'transitive', 'released releasing freed freeing rescued rescuing liberated'],
      ['MISSING', 'state', 'missing unaccounted'],
      ['DISPLACED', 'transitive', 'displaced displacing evacuated evacuating'],
      ['DISPLACED', 'intransitive', 'fled'],
    ] as const
  ).flatMap(([kind, voice, words]) => words.split(' ').map((word) => [word, { kind, voice }] as const)),
);

const personKinds: readonly ActorKind[] = ['PERSON', 'MILITARY', 'POLICE', 'ARMED_GROUP', 'COLLECTIVE', 'UNIDENTIFIED'];
const noPersons: ReadonlySet<string> = new Set(
  'unit units aircraft jets fleet warship warplanes government governments state states army navy military cell cells network group groups organization organisation movement department regime administration ministry court office agency cabinet countries nations command division brigade battalion regiment parliament junta minister-state forces force family families source sources media'.split(
    ' ',
  ),
);
const morePersons: ReadonlySet<string> = new Set(
  'person persons individual individuals nationals national financier financiers forger others other more dead casualties facilitator facilitators suspects suspect insurgents insurgent soldier soldiers tribesman kids toddler toddlers infant infants baby babies couple guardsmen cadets recruits pilots farmer farmers priest priests nun nuns teacher teachers doctor doctors nurse nurses medic medics firefighter firefighters rescuer rescuers driver drivers tourist tourists employee employees guest guests customer customers pedestrian pedestrians worshipper worshippers pilgrim pilgrims lives leader leaders commander commanders associate associates males male female females adults adult schoolchildren schoolgirls teenagers teenager'.split(
    ' ',
  ),
);

/** Returns whether a folded word means people. */
function isPersonNoun(word: string): boolean {
  if (noPersons.has(word)) return false;
  return morePersons.has(word) || personKinds.some((kind) => isActorNoun(word, kind));
}

const auxiliaries: ReadonlySet<string> = new Set(
  'was were been being is are be got get feared confirmed reported reportedly believed also'.split(' '),
);
/** Words that end a noun phrase. */
const phraseEnds: ReadonlySet<string> = new Set(
  'and or in on at by with from was were when after during near who that for to is are have had has into while as but'.split(
    ' ',
  ),
);
const clauseEnds: ReadonlySet<string> = new Set(
  'who whom whose which that when while after before as but because if'.split(' '),
);
const adverbs: ReadonlySet<string> = new Set(
  'also then reportedly allegedly later subsequently instantly immediately at least some about around nearly almost an estimated of up to more than over the in and only only all just'.split(
    ' ',
  ),
);

/** The maximum number of words between a number and its verb. */
const maxBefore = 14;
/** The maximum number of words of a noun phrase. */
const maxPhrase = 9;

/** People that a verb is about: a number, or one who is named. */
interface Victims extends WordRange {
  number?: NumberMention;
  /** Whether they come in addition to others. */
  isFurther: boolean;
  /** Whether they are a pronoun: another sentence may have counted them. */
  isPronoun?: boolean;
}

/** Returns the tolls of a sentence: the words from `from` up to `to`. `numbers` are the numbers in it. */
export function readTolls(
  text: TextWords,
  { from, to }: WordRange,
  all: readonly NumberMention[],
  sentence: number,
  persons: readonly Span[] = [],
): Toll[] {
  const { words } = text;
  const numbers = all.filter(({ to: end }) => !(words[end] === 'year' && words[end + 1] === 'old'));
  const tolls: Toll[] = [];
  const used = new Map<number, Set<CasualtyKind>>();
  for (let at = from; at < to; at++) {
    const verb = words[at] === 'taken' ? takenAt(at) : verbs.get(words[at] ?? '');
    if (!verb || isNoEvent(at)) continue;
    for (const victims of victimsOf(at, verb.voice)) take(victims, verb.kind, at);
  }
  return tolls;

  /** `taken to hospital`, `taken into custody`, `taken hostage`. */
  function takenAt(at: number): { kind: CasualtyKind; voice: Voice } | undefined {
    const following = words.slice(at + 1, at + 4).join(' ');
    if (/^to (?:the |a )?hospital/.test(following)) return { kind: 'INJURED', voice: 'intransitive' };
    if (/^(?:into|in) custody/.test(following)) return { kind: 'ARRESTED', voice: 'intransitive' };
    return /^(?:hostage|captive|prisoner)/.test(following) ? { kind: 'CAPTURED', voice: 'intransitive' } : undefined;
  }

  function take(
    { number, from: start, to: end, isFurther, isPronoun = false }: Victims,
    kind: CasualtyKind,
    at: number,
  ): void {
    const known = used.get(start) ?? new Set();
    if (known.has(kind)) return;
    const count = number ? countOf(number) : { min: 1, max: 1 };
    if (!count) return;
    used.set(start, known.add(kind));
    const noun = number ? nounAfter(number) : undefined;
    tolls.push({
      kind,
      count,
      ...groupOf(words, number?.to ?? start, noun),
      isVague: isPronoun || number?.form === 'vague',
      isFurther: isFurther || words[at - 1] === 'also' || (number !== undefined && isOthers(number)),
      from: Math.min(start, at),
      to: Math.max(end, at + 1),
      sentence,
    });
  }

  function isOthers({ from: start, to: end }: NumberMention): boolean {
    return (
      /^(?:others?|more|another|additional|further)$/.test(words[end] ?? '') ||
      words[start] === 'another' ||
      words[end + 1] === 'others' ||
      words[end] === 'other' ||
      /^(?:another|other|further)$/.test(words[start - 1] ?? '')
    );
  }

  /** Whether a word of the list states no event here: `to kill`, `the now-detained leader`, `death squad`. */
  function isNoEvent(at: number): boolean {
    const word = words[at] ?? '';
    if (words[at - 1] === 'to' && /^(?:kill|capture|arrest|detain|injure|wound|apprehend)$/.test(word)) return true;
    if (at > from && gapBefore(at) === '-') return true;
    const next = words[at + 1] ?? '';
    if (
      /^(?:death|arrest|capture|detention|killing)$/.test(word) &&
      /^(?:the|his|her|their|its)$/.test(words[at - 1] ?? '')
    )
      return next !== 'toll' && next !== 'of';
    return word === 'death' && next !== 'toll' && next !== 'of';
  }

  function victimsOf(at: number, voice: Voice): Victims[] {
    if (words[at + 1] === 'of') {
      const objects = objectsAfter(at + 1);
      if (objects.length > 0) return objects;
    }
    const isPassive = voice !== 'transitive' || isAfterAuxiliary(at);
    if (!isPassive) {
      const objects = objectsAfter(at);
      if (objects.length > 0) return objects;
    }
    if (words[at] === 'death' || words[at] === 'deaths') {
      const toll = tollAfter(at);
      if (toll) return [toll];
    }
    // `killed three soldiers and wounded others`: the object of another verb is no subject.
    return subjectsBefore(at).filter((each) => isPassive || voice !== 'transitive' || !used.has(each.from));
  }

  function isAfterAuxiliary(at: number): boolean {
    for (let back = at - 1; back >= Math.max(from, at - 4); back--) {
      const word = words[back] ?? '';
      if (/^(?:was|were|been|being|is|are|be|got)$/.test(word)) return true;
      if (
        !adverbs.has(word) &&
        !word.endsWith('ly') &&
        !/^(?:killed|wounded|injured|or|and|feared|believed)$/.test(word)
      )
        return false;
    }
    return false;
  }

  /**
   * The objects after a verb: `killing at least 28 people`, `the Taliban leader, Alaudin`, `a leader along with three of
   * his associates`. One who is meant by `the` alone was counted before.
   */
  function objectsAfter(at: number): Victims[] {
    const found: Victims[] = [];
    let next = at + 1;
    let isFirst = true;
    for (let count = 0; count < 6; count++) {
      const object = objectAt(next);
      if (!object) break;
      if (object.victims)
        found.push({ ...object.victims, isFurther: object.victims.isFurther || (!isFirst && found.length === 0) });
      isFirst = false;
      const after = afterConjunction(object.end);
      if (after === undefined) break;
      next = after;
    }
    return found;
  }

  function objectAt(start: number): { victims?: Victims; end: number } | undefined {
    let at = start;
    while (
      at < to &&
      at < start + 5 &&
      !numbers.some((number) => number.from === at) &&
      (adverbs.has(words[at] ?? '') || (words[at] ?? '').endsWith('ly'))
    )
      at++;
    if (/^an?$/.test(words[at] ?? '') && numbers.some((each) => each.from === at + 1 && each.form === 'vague')) at++;
    const number = numbers.find((each) => each.from === at || (each.from < at && each.to > at && each.from >= start));
    if (number) {
      if (
        !isPeople(number) &&
        !(
          number.form === 'one' &&
          verbs.get(words[start - 1] ?? '')?.kind.match(/ARRESTED|CAPTURED/) &&
          !hasThing(number)
        )
      )
        return undefined;
      const end = (nounAfter(number) ?? number.to - 1) + 1;
      return { victims: { number, from: number.from, to: end, isFurther: false }, end: nameEnd(end) ?? end };
    }
    if (
      /^(?:him|her)$/.test(words[at] ?? '') &&
      (at + 1 >= to || phraseEnds.has(words[at + 1] ?? '') || gapBefore(at + 1) !== ' ')
    )
      return { victims: { from: at, to: at + 1, isFurther: false, isPronoun: true }, end: at + 1 };
    const offset = text.starts[at] ?? 0;
    const person =
      persons.find(({ start: first, end }) => first <= offset && offset < end) ??
      persons.find(
        ({ start: first }) =>
          first > offset &&
          first - offset < 12 &&
          !/[,;]|\b(?:in|of|by)\b/.test(text.text.slice(offset, first)) &&
          /^[\p{Lu}]/u.test(text.text.slice(offset, offset + 1)),
      );
    if (person) {
      let end = at;
      while (end < to && (text.starts[end] ?? 0) < person.end) end++;
      return { victims: { from: at, to: end, isFurther: false }, end };
    }
    // A noun for a person with a name.
    let noun: number | undefined;
    for (let ahead = at; ahead < Math.min(to, at + 6); ahead++) {
      const word = words[ahead] ?? '';
      if (phraseEnds.has(word) || (ahead > at && /[;:()]/.test(gapBefore(ahead)))) break;
      if (noun !== undefined && /,/.test(gapBefore(ahead))) break;
      if (isPersonNoun(word)) noun = ahead;
    }
    if (noun === undefined) return undefined;
    const named = nameEnd(noun + 1);
    const isOne = named !== undefined && !/s$/.test(words[noun] ?? '');
    return { ...(isOne && { victims: { from: at, to: named, isFurther: false } }), end: named ?? noun + 1 };
  }

  /** The end of a name that begins at a word, after at most a comma; undefined if none does. */
  function nameEnd(start: number): number | undefined {
    if (!/^,? $/.test(gapBefore(start))) return undefined;
    let at = start;
    while (
      at < to &&
      at < start + 5 &&
      isCapital(at) &&
      (at === start || gapBefore(at) === ' ' || gapBefore(at) === '-')
    )
      at++;
    return at === start || phraseEnds.has(words[start] ?? '') ? undefined : at;
  }

  function isCapital(at: number): boolean {
    return /^\p{Lu}/u.test(text.text.slice(text.starts[at] ?? 0, (text.starts[at] ?? 0) + 2));
  }

  function afterConjunction(end: number): number | undefined {
    const following = words.slice(end, end + 4).join(' ');
    const [joined] = /^(?:and|along with|together with|as well as|plus)(?= )/.exec(following) ?? [];
    if (joined !== undefined) return end + joined.split(' ').length;
    return gapBefore(end) === ', ' && numbers.some((number) => number.from === end) ? end : undefined;
  }

  function gapBefore(at: number): string {
    return text.text.slice(text.ends[at - 1] ?? 0, text.starts[at] ?? 0);
  }

  /** `the death toll rose to 12`. */
  function tollAfter(at: number): Victims | undefined {
    if (words[at + 1] !== 'toll') return undefined;
    const number = numbers.find((each) => each.from > at && each.from <= at + 8);
    return number && { number, from: number.from, to: number.to, isFurther: false };
  }

  /** The number of the subject: `at least six people were killed`, `five more wounded`, and those joined to it. */
  function subjectsBefore(at: number): Victims[] {
    const candidates = numbers.filter((number) => number.to <= at && number.from >= Math.max(from, at - maxBefore));
    const subject = candidates.reverse().find((number) => isPeople(number) || isDirect(number.to, at));
    if (!subject || hasBarrier(subject.to, at)) return [];
    const found = [subject];
    for (let last = subject; found.length < 6; ) {
      const before = numbers.findLast(
        (number) => number.to <= last.from && number.from >= Math.max(from, last.from - 8),
      );
      const noun = before && nounAfter(before);
      if (!before || noun === undefined) break;
      const between = text.text.slice(text.ends[noun] ?? 0, text.starts[last.from] ?? 0);
      if (!/^(?:,? and |, | and another | and at least )$/.test(between)) break;
      found.push(before);
      last = before;
    }
    return found.map((number) => ({
      number,
      from: number.from,
      to: (nounAfter(number) ?? number.to - 1) + 1,
      isFurther: false,
    }));
  }

  function isDirect(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (
        !auxiliaries.has(words[at] ?? '') &&
        !adverbs.has(words[at] ?? '') &&
        !/ly$|^critically|^initially/.test(words[at] ?? '')
      )
        return false;
    return true;
  }

  function hasBarrier(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const word = words[at] ?? '';
      if (verbs.has(word) && verbs.get(word)?.voice !== 'state' && !/^(?:and|or)$/.test(words[at + 1] ?? ''))
        return true;
      if (clauseEnds.has(word) && word !== 'who') return true;
    }
    return false;
  }

  /** Whether a number counts people: a noun for people follows, or no noun. */
  function isPeople(number: NumberMention): boolean {
    if (nounAfter(number) !== undefined) return true;
    if (words[number.to] === 'suspected' || words[number.to] === 'suspect') return true;
    if (number.form === 'one') return false;
    const next = words[number.to] ?? '';
    return (
      number.to >= to ||
      verbs.has(next) ||
      auxiliaries.has(next) ||
      /^(?:and|in|on|of|by|at|when|after|dead|during|who|near|outside|inside|as|since|before|while|with|from)$/.test(
        next,
      )
    );
  }

  /** Returns the noun for people that a number counts: one of the next words, before another clause or number. */
  function nounAfter(number: NumberMention): number | undefined {
    let found: number | undefined;
    for (let at = number.to; at < Math.min(to, number.to + maxPhrase); at++) {
      const word = words[at] ?? '';
      if (
        /^(?:and|or|in|on|at|by|with|from|was|were|when|after|during|near|who|that|for|to|is|are|have|had|has|into|while)$/.test(
          word,
        )
      )
        break;
      if (at > number.to && /[,;:()]/.test(gapBefore(at))) break;
      if (numbers.some((each) => each !== number && each.from === at && each.form !== 'one')) break;
      if (isPersonNoun(word) || countryAt(words, at)?.isDemonym) found = at;
      else if (found !== undefined && !/^(?:of|the|service|force|forces|member|members|army|military)$/.test(word)) {
        if (isThing(word)) return undefined;
        break;
      }
    }
    return found;
  }

  function hasThing({ to: end }: NumberMention): boolean {
    return words
      .slice(end, end + 6)
      .some(
        (word) =>
          isThing(word) ||
          /^(?:number|series|town|city|village|weapon|cache|district|area|territory|ship|vessel|tank|hill)s?$/.test(
            word,
          ),
      );
  }

  function isThing(word: string): boolean {
    return /^(?:vehicles?|compounds?|buildings?|houses?|homes?|positions?|bases?|camps?|attacks?|bombs?|bombings?|operations?|weapons?|convoys?|outposts?|checkpoints?|stations?|cars?|trucks?|years?|days?|hours?|networks?|groups?|cells?)$/.test(
      word,
    );
  }

  function countOf({ form, min, max }: NumberMention): QuantityInput | undefined {
    if (min === 0 && (max === undefined || max === 0)) return undefined;
    if (form === 'vague') return { min: vagueMin(min, max ?? min) };
    return max === undefined ? { min } : { min, max };
  }
}

/** What a reader takes a vague word to mean at least: three for `several`, four for `numerous`, two dozen for `dozens`. */
function vagueMin(min: number, max: number): number {
  if (min === 2) return max === 12 ? 4 : 3;
  return min === 12 ? 24 : min === 20 ? 40 : min === 10 ? 20 : min === 100 ? 200 : min === 1_000 ? 2_000 : min;
}

const groups: readonly [RegExp, CasualtyGroup][] = [
  [
    /^(?:soldiers?|troops?|servicem[ae]n|servicemembers?|guardsm[ae]n|airm[ae]n|sailors?|marines?|peacekeepers?|commandos?|cadets|conscripts)$/,
    'MILITARY',
  ],
  [/^(?:police|policem[ae]n|policewom[ae]n|constables?|gendarmes?|cops?)$/, 'POLICE'],
  [/^(?:journalists?|reporters?|cameram[ae]n)$/, 'JOURNALIST'],
  [/^(?:contractors?)$/, 'CONTRACTOR'],
  [
    /^(?:civilians?|children|child|women|woman|girls?|boys?|villagers?|residents?|students?|schoolchildren|worshippers?|pilgrims|shoppers|passengers?|bystanders?|tourists?|pedestrians?)$/,
    'CIVILIAN',
  ],
  [/^(?:bombers?|attackers?|assailants?)$/, 'ATTACKER'],
];

function groupOf(
  words: readonly string[],
  start: number,
  noun: number | undefined,
): { group?: CasualtyGroup; demographic?: Demographic } {
  if (noun === undefined) return {};
  const phrase = words.slice(start, noun + 1);
  const aid = phrase.includes('aid') || phrase.includes('humanitarian') ? 'AID_WORKER' : undefined;
  const service = phrase.includes('service') && /^members?$/.test(words[noun] ?? '') ? 'MILITARY' : undefined;
  const group =
    aid ??
    service ??
    phrase.map((word) => groups.find(([pattern]) => pattern.test(word))?.[1]).find((each) => each !== undefined);
  const last = words[noun] ?? '';
  const demographic = /^(?:children|child|girls?|boys?|schoolchildren|infants?|bab(?:y|ies)|toddlers?)$/.test(last)
    ? 'CHILDREN'
    : /^wom[ae]n$/.test(last)
      ? 'WOMEN'
      : undefined;
  return { ...(group && { group }), ...(demographic && { demographic }) };
}
