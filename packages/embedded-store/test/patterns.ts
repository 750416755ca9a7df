import fc from 'fast-check';

/** A regular expression as a tree, so that a test can match it without an engine. */
export type Pattern =
  | { kind: 'char'; char: string }
  | { kind: 'set'; set: string }
  | { kind: 'class'; negated: boolean; items: (string | [string, string])[] }
  | { kind: 'assertion'; assertion: '^' | '$' | '\\b' | '\\B' }
  | { kind: 'sequence' | 'alternatives'; parts: Pattern[] }
  | { kind: 'repeat'; part: Pattern; min: number; max: number; lazy: boolean }
  | { kind: 'look'; behind: boolean; negated: boolean; part: Pattern };

const unlimited = Number.POSITIVE_INFINITY;

/** Characters that JavaScript and PCRE2 treat differently somewhere, and a few plain ones. */
const characters = [...'abksK_-1. \nſ\u212aéÉß\u1e9e\u00a0\u2028\r😀'];

/** Letters that are equal in any case. */
const cases = ['aA', 'bB', 'kK\u212a', 'sSſ', 'éÉ', 'ß\u1e9e', 'zZ'];

const sets: Record<string, (char: string) => boolean> = {
  '\\d': (char) => char >= '0' && char <= '9' && char.length === 1,
  '\\w': isWord,
  '\\s': (char) => ' \t\n\v\f\r'.includes(char),
};
for (const [name, has] of Object.entries(sets)) sets[name.toUpperCase()] = (char) => !has(char);

const leaf: fc.Arbitrary<Pattern> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...characters).map((char): Pattern => ({ kind: 'char', char })) },
  { weight: 2, arbitrary: fc.constantFrom('.', ...Object.keys(sets)).map((set): Pattern => ({ kind: 'set', set })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('class' as const),
      negated: fc.boolean(),
      items: fc.array(
        fc.oneof(
          fc.constantFrom(...characters, ...Object.keys(sets)),
          fc.constantFrom<[string, string]>(['a', 'z'], ['A', 'k'], ['é', 'ö'], ['!', '-']),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('^' as const, '$' as const, '\\b' as const, '\\B' as const)
      .map((assertion): Pattern => ({ kind: 'assertion', assertion })),
  },
);

/** Patterns of which all but some lookbehinds are supported. */
export const pattern: fc.Arbitrary<Pattern> = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('sequence' as const, 'sequence' as const, 'alternatives' as const),
        parts: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          tie('pattern'),
          fc.constantFrom([0, 1], [0, unlimited], [1, unlimited], [2, 2], [1, 3], [2, unlimited]),
          fc.boolean(),
        )
        .map(([part, [min = 0, max = 0], lazy]): Pattern => ({ kind: 'repeat', part, min, max, lazy })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('look' as const),
        behind: fc.boolean(),
        negated: fc.boolean(),
        part: tie('pattern'),
      }),
    },
  ),
})).pattern;

export const options = fc.constantFrom('', '', 'i', 'm', 's', 'im', 'is', 'imsu');

export const text = fc
  .array(fc.constantFrom(...characters, 'A', 'z', 'S'), { maxLength: 6 })
  .map((all) => all.join(''));

/** Fragments that, one after another, give all kinds of invalid and unsupported patterns. */
export const fragments: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'b',
        'k',
        '-',
        '\n',
        'é',
        '.',
        '^',
        '$',
        '|',
        ')',
        ')',
        ')',
        '[',
        '[^',
        ']',
        ']',
        '*',
        '+',
        '?',
        '{',
        '}',
      ],
      ...['(', '(?:', '(?=', '(?!', '(?<=', '(?<!', '(?<n>', '(?P<n>', '(?>', '(?i)', '(?#', '(*', '(?1)', '(?|'],
      ...['??', '*?', '++', '{2}', '{1,2}', '{0}', '{,2}', '{2,1}', '{1', '{ 1 }', '{65536}', ',', '1'],
      ...['\\d', '\\W', '\\S', '\\b', '\\B', '\\n', '\\-', '\\]', '\\\\', '\\1', '\\2', '\\x2d', '\\p{L}', '\\012'],
      ...['\\A', '\\Z', '\\z', '\\R', '\\h', '\\v', '\\Q', '\\E', '\\K', '\\G', '\\e', '\\c', '\\é', '\\'],
      ...['[:alpha:]', '[[:alpha:]]', '[.', '.]', 'a-z', 'z-a', '--', '\\d-'],
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) => all.join(''));

export function print(tree: Pattern): string {
  switch (tree.kind) {
    case 'char':
      return tree.char.replace(/[.\-\\]/, '\\$&');
    case 'set':
      return tree.set;
    case 'class': {
      const items = tree.items.map((item) => (typeof item === 'string' ? item.replace(/^-$/, '\\-') : item.join('-')));
      // PCRE2 rejects [..] and [.a.] as POSIX collating elements outside a class.
      const [first = '', ...others] = items;
      return `[${tree.negated ? '^' : ''}${first.replace(/^\.$/, '\\.')}${others.join('')}]`;
    }
    case 'assertion':
      return tree.assertion;
    case 'sequence':
      return tree.parts.map((part) => (part.kind === 'alternatives' ? `(?:${print(part)})` : print(part))).join('');
    case 'alternatives':
      return tree.parts.map(print).join('|');
    case 'repeat': {
      const { min, max } = tree;
      const count = max === unlimited ? (min < 2 ? '*+'[min] : `{${min},}`) : max === 1 ? '?' : `{${min},${max}}`;
      return `(?:${print(tree.part)})${count}${tree.lazy ? '?' : ''}`;
    }
    case 'look':
      return `(?${tree.behind ? '<' : ''}${tree.negated ? '!' : '='}${print(tree.part)})`;
  }
}

/** Whether PCRE2 10.40 rejects it: each alternative of a lookbehind must match a fixed number of characters. */
export function hasVariableLookbehind(tree: Pattern): boolean {
  if (tree.kind === 'sequence' || tree.kind === 'alternatives') return tree.parts.some(hasVariableLookbehind);
  if (tree.kind === 'repeat') return hasVariableLookbehind(tree.part);
  if (tree.kind !== 'look') return false;
  const alternatives = tree.part.kind === 'alternatives' ? tree.part.parts : [tree.part];
  return hasVariableLookbehind(tree.part) || (tree.behind && alternatives.some((part) => lengthOf(part) === null));
}

function lengthOf(tree: Pattern): number | null {
  switch (tree.kind) {
    case 'assertion':
    case 'look':
      return 0;
    case 'repeat': {
      const length = lengthOf(tree.part);
      return tree.min === tree.max && length !== null ? length * tree.min : null;
    }
    case 'sequence': {
      const lengths = tree.parts.map(lengthOf);
      return lengths.reduce((sum, length) => (sum === null || length === null ? null : sum + length), 0);
    }
    case 'alternatives': {
      const [first, ...others] = tree.parts.map(lengthOf);
      return others.every((length) => length === first) ? (first ?? null) : null;
    }
    default:
      return 1;
  }
}

/** Whether a text contains a match, by PCRE2's manual. */
export function finds(tree: Pattern, options: string, subject: string): boolean {
  const characters = [...subject];
  return Array.from({ length: characters.length + 1 }, (_, start) => start).some(
    (start) => ends(tree, options, characters, start).size > 0,
  );
}

/** The positions at which a match that begins at `start` can end. */
function ends(tree: Pattern, options: string, subject: string[], start: number): Set<number> {
  switch (tree.kind) {
    case 'char':
    case 'set':
    case 'class': {
      const char = subject[start];
      return new Set(char !== undefined && matchesOne(tree, options, char) ? [start + 1] : []);
    }
    case 'assertion':
      return new Set(holds(tree.assertion, options.includes('m'), subject, start) ? [start] : []);
    case 'alternatives':
      return new Set(tree.parts.flatMap((part) => [...ends(part, options, subject, start)]));
    case 'sequence':
      return tree.parts.reduce((from, part) => step(part, options, subject, from), new Set([start]));
    case 'repeat': {
      let reached = new Set([start]);
      const found = new Set(tree.min === 0 ? [start] : []);
      for (let count = 1; count <= Math.min(tree.max, tree.min + subject.length + 1); count++) {
        reached = step(tree.part, options, subject, reached);
        if (count >= tree.min) for (const end of reached) found.add(end);
      }
      return found;
    }
    case 'look': {
      const { part, behind, negated } = tree;
      const starts = behind ? Array.from({ length: start + 1 }, (_, i) => i) : [start];
      const found = starts.some((from) => {
        const all = ends(part, options, subject, from);
        return behind ? all.has(start) : all.size > 0;
      });
      return new Set(found !== negated ? [start] : []);
    }
  }
}

function step(part: Pattern, options: string, subject: string[], from: Set<number>): Set<number> {
  return new Set([...from].flatMap((start) => [...ends(part, options, subject, start)]));
}

function matchesOne(tree: Pattern & { kind: 'char' | 'set' | 'class' }, options: string, char: string): boolean {
  const variants = (options.includes('i') ? cases.find((letters) => letters.includes(char)) : undefined) ?? char;
  if (tree.kind === 'char') return variants.includes(tree.char);
  if (tree.kind === 'set') return tree.set === '.' ? options.includes('s') || char !== '\n' : inSet(tree.set, char);
  const found = tree.items.some((item) => {
    if (typeof item !== 'string') return [...variants].some((one) => one >= item[0] && one <= item[1]);
    return item in sets ? inSet(item, char) : variants.includes(item);
  });
  return found !== tree.negated;
}

function inSet(name: string, char: string): boolean {
  return sets[name]?.(char) === true;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /^[0-9A-Za-z_]$/.test(char);
}

function holds(assertion: string, multiline: boolean, subject: string[], at: number): boolean {
  const { length } = subject;
  if (assertion === '^') return at === 0 || (multiline && subject[at - 1] === '\n' && at < length);
  if (assertion === '$') return at === length || (subject[at] === '\n' && (multiline || at === length - 1));
  return (isWord(subject[at - 1]) !== isWord(subject[at])) === (assertion === '\\b');
}
