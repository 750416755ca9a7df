import type { QuantityInput } from '../../entities/article/article.ts';
import type { ActorKind, CasualtyGroup, CasualtyKind, Demographic } from '../../generated/schema.ts';
import { isActorNoun } from '../../ingest/ground/english/kind-nouns.ts';
import type { NumberMention } from '../../ingest/ground/english/numbers.ts';
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
        'arrested arrest arrests arresting detained detain detains detaining apprehended apprehending',
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
  'others other more dead casualties facilitator facilitators suspects suspect insurgents insurgent soldier soldiers tribesman kids toddler toddlers infant infants baby babies couple guardsmen cadets recruits pilots farmer farmers priest priests nun nuns teacher teachers doctor doctors nurse nurses medic medics firefighter firefighters rescuer rescuers driver drivers tourist tourists employee employees guest guests customer customers pedestrian pedestrians worshipper worshippers pilgrim pilgrims lives leader leaders commander commanders associate associates males male female females adults adult schoolchildren schoolgirls teenagers teenager'.split(
    ' ',
  ),
);

/** Returns whether a folded word means people. */
export function isPersonNoun(word: string): boolean {
  if (noPersons.has(word)) return false;
  return morePersons.has(word) || personKinds.some((kind) => isActorNoun(word, kind));
}

const auxiliaries: ReadonlySet<string> = new Set(
  'was were been being is are be got get feared confirmed reported reportedly believed also'.split(' '),
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
const maxAfter = 4;

/** Returns the tolls of a sentence: the words from `from` up to `to`. `numbers` are the numbers in it. */
export function readTolls(
  text: TextWords,
  { from, to }: WordRange,
  numbers: readonly NumberMention[],
  sentence: number,
): Toll[] {
  const { words } = text;
  const tolls: Toll[] = [];
  const used = new Set<NumberMention>();
  for (let at = from; at < to; at++) {
    const verb = verbs.get(words[at] ?? '');
    if (!verb || isAttributive(at)) continue;
    for (const number of numbersOfVerb(at, verb.voice)) take(number, verb.kind, at);
  }
  return tolls;

  function take(number: NumberMention, kind: CasualtyKind, at: number): void {
    if (
      used.has(number) &&
      tolls.some((toll) => toll.kind === kind && toll.from <= number.from && number.to <= toll.to)
    )
      return;
    const count = countOf(number);
    if (!count) return;
    used.add(number);
    const noun = nounAfter(number);
    tolls.push({
      kind,
      count,
      ...groupOf(words, number.to, noun),
      isVague: number.form === 'vague',
      isFurther:
        /^(?:others?|more|another|additional|further)$/.test(words[number.to] ?? '') ||
        words[number.from] === 'another' ||
        words[number.to + 1] === 'others',
      from: Math.min(number.from, at),
      to: Math.max(number.to, at + 1, noun === undefined ? 0 : noun + 1),
      sentence,
    });
  }

  /** `the wounded man`, `killed in action`: an adjective before its noun counts nobody by itself. */
  function isAttributive(at: number): boolean {
    const word = words[at] ?? '';
    if (word === 'dead' && words[at + 1] === 'bodies') return false;
    return (
      (word === 'death' && words[at + 1] !== 'toll' && words[at + 1] !== 'of' && words[at + 1] !== 'count') ||
      (word === 'killing' && words[at - 1] === 'the' && words[at + 1] !== 'of')
    );
  }

  function numbersOfVerb(at: number, voice: Voice): NumberMention[] {
    const isPassive = voice !== 'transitive' || isAfterAuxiliary(at);
    if (!isPassive) {
      const objects = objectsAfter(at);
      if (objects.length > 0) return objects;
    }
    if (voice === 'state') {
      const toll = tollAfter(at);
      if (toll) return [toll];
    }
    const subject = subjectBefore(at);
    if (subject) return [subject, ...coordinatedBefore(subject)];
    return isPassive && voice !== 'state' ? [] : objectsAfter(at);
  }

  function isAfterAuxiliary(at: number): boolean {
    for (let back = at - 1; back >= Math.max(from, at - 3); back--) {
      const word = words[back] ?? '';
      if (
        auxiliaries.has(word) &&
        word !== 'also' &&
        word !== 'reportedly' &&
        word !== 'reported' &&
        word !== 'confirmed'
      )
        return true;
      if (
        !adverbs.has(word) &&
        !word.endsWith('ly') &&
        word !== 'killed' &&
        word !== 'wounded' &&
        word !== 'injured' &&
        word !== 'seriously'
      )
        return false;
    }
    return false;
  }

  /** The numbers of the objects after a verb: `killing at least 28 people`, `detained a leader along with several insurgents`. */
  function objectsAfter(at: number): NumberMention[] {
    const first = numbers.find((number) => number.from > at && number.from <= at + maxAfter);
    if (!first || !isOnly(at + 1, first.from) || !isPeople(first)) return [];
    const found = [first];
    for (let last = first; ; ) {
      const after = (nounAfter(last) ?? last.to) + 1;
      const next = numbers.find((number) => number.from >= last.to && number.from <= after + 4);
      if (!next || next.from >= to || !isPeople(next)) break;
      const between = words.slice(nounAfter(last) ?? last.to, next.from);
      if (
        !between.some((word) => /^(?:and|along|including|plus|well)$/.test(word)) ||
        between.includes('including') ||
        between.some((word) => verbs.has(word))
      ) {
        if (!/^,\s*$/.test(gapBefore(next.from)) || between.length > 2) break;
      }
      found.push(next);
      last = next;
    }
    return found;
  }

  function gapBefore(at: number): string {
    return text.text.slice(text.ends[at - 1] ?? 0, text.starts[at] ?? 0);
  }

  function isOnly(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (!adverbs.has(words[at] ?? '') && !(words[at] ?? '').endsWith('ly')) return false;
    return true;
  }

  /** `the death toll rose to 12`, `the number of dead reached 40`. */
  function tollAfter(at: number): NumberMention | undefined {
    if (words[at] === 'death' && words[at + 1] !== 'toll' && words[at + 1] !== 'of') return undefined;
    if (words[at] === 'death' || words[at] === 'deaths') {
      const number = numbers.find((each) => each.from > at && each.from <= at + 8);
      return number &&
        (words[at + 1] === 'toll' || (words[at + 1] === 'of' && number.from <= at + 4)) &&
        (words[at + 1] === 'toll' || isPeople(number))
        ? number
        : undefined;
    }
    return undefined;
  }

  /** The number of the subject: `at least six people were killed`, `five more wounded`. */
  function subjectBefore(at: number): NumberMention | undefined {
    const candidates = numbers.filter((number) => number.to <= at && number.from >= Math.max(from, at - maxBefore));
    for (const number of candidates.reverse()) {
      if (!isPeople(number) && number.to !== at && !isDirect(number.to, at)) continue;
      if (hasBarrier(number.to, at)) return undefined;
      return number;
    }
    return undefined;
  }

  function isDirect(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (!auxiliaries.has(words[at] ?? '') && !adverbs.has(words[at] ?? '')) return false;
    return true;
  }

  function hasBarrier(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const word = words[at] ?? '';
      if (verbs.has(word) && verbs.get(word)?.voice !== 'state' && !(words[at + 1] === 'and' || words[at + 1] === 'or'))
        return true;
      if (clauseEnds.has(word) && word !== 'who') return true;
    }
    return false;
  }

  function coordinatedBefore(subject: NumberMention): NumberMention[] {
    const before = numbers.findLast(
      (number) => number.to <= subject.from && number.from >= Math.max(from, subject.from - 7),
    );
    if (!before || !isPeople(before)) return [];
    const between = words.slice(nounAfter(before) ?? before.to, subject.from);
    return between.length <= 3 && between.includes('and') && !between.some((word) => verbs.has(word)) ? [before] : [];
  }

  /** Whether a number counts people: a noun for people follows, or no noun. */
  function isPeople(number: NumberMention): boolean {
    if (nounAfter(number) !== undefined) return true;
    if (number.form === 'one') return false;
    const next = words[number.to] ?? '';
    return (
      number.to >= to ||
      verbs.has(next) ||
      auxiliaries.has(next) ||
      /^(?:and|in|on|of|by|at|when|after|dead|during|who)$/.test(next)
    );
  }

  /** Returns the noun for people that a number counts: one of the next words, before another clause or number. */
  function nounAfter(number: NumberMention): number | undefined {
    let found: number | undefined;
    for (let at = number.to; at < Math.min(to, number.to + 6); at++) {
      const word = words[at] ?? '';
      if (
        /^(?:and|or|in|on|at|by|with|from|was|were|when|after|during|near|who|that|for|to|is|are|have|had|has|into|while)$/.test(
          word,
        )
      )
        break;
      if (at > number.to && /[,;:()]/.test(gapBefore(at))) break;
      if (numbers.some((each) => each !== number && each.from === at && each.form !== 'one')) break;
      if (isPersonNoun(word)) found = at;
      else if (found !== undefined && !/^(?:of|the|service|force|forces|member|members|army|military)$/.test(word)) {
        if (isThing(word)) return undefined;
        break;
      }
    }
    return found;
  }

  function isThing(word: string): boolean {
    return /^(?:vehicles?|compounds?|buildings?|houses?|homes?|positions?|bases?|camps?|attacks?|bombs?|bombings?|operations?|weapons?|convoys?|outposts?|checkpoints?|stations?|cars?|trucks?|years?|days?|hours?|networks?|groups?|cells?)$/.test(
      word,
    );
  }

  function countOf({ form, min, max }: NumberMention): QuantityInput | undefined {
    if (min === 0 && (max === undefined || max === 0)) return undefined;
    if (form === 'vague') return { min: vagueMin(min) };
    return max === undefined ? { min } : { min, max };
  }
}

/** What a reader takes a vague word to mean at least: three for `several`, two dozen for `dozens`. */
function vagueMin(min: number): number {
  if (min === 2) return 3;
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
