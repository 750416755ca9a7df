/**
 * Returns the consonants of folded letters, by which spellings of one name in several transliterations and scripts are
 * equal: `muhammed`, `mohammad` and `محمد` give `mmd`. Letters that transliterations confuse have one sign, such as k
 * for c, g, gh, kh and q. Vowels are left out, and so are h, w and y, except at the beginning, where all vowels are `a`.
 * Digits stay. Returns '' if the text has a letter of a script without such signs.
 */
export function consonantsOf(letters: string): string {
  const text = letters.startsWith(arabicArticle) && letters.length > 4 ? letters.slice(2) : letters;
  let signs = '';
  for (const [written] of text.matchAll(sounds)) {
    const sign = signOf(written, signs === '');
    if (sign === undefined) return '';
    signs += sign;
  }
  return signs;
}

/** All signs that `consonantsOf` returns for letters. */
export const consonantSigns = [...'abdhjklmnprstv'];

const arabicArticle = 'ال';

/** Two letters for one sound, or one character. */
const sounds = /[cdgkpstz]h|dj|c[eiy]|./gsu;

function signOf(written: string, isFirst: boolean): string | undefined {
  if (isFirst) {
    const initial = initials.get(written);
    if (initial !== undefined) return initial;
  }
  return signs.get(written) ?? (/^\p{N}$/u.test(written) ? written : undefined);
}

const vowels = [...'aeiouy', ...'аеёиоуыэюяйъьіїєў', ...'αεηιουω', ...'اعءي', ...'אעי'];
const breathings = [...'h', ...'حهةە', ...'הח'];
const semivowels = [...'w', ...'و', ...'ו'];

const initials = new Map([
  ...vowels.map((letter) => [letter, 'a'] as const),
  ...breathings.map((letter) => [letter, 'h'] as const),
  ...semivowels.map((letter) => [letter, 'v'] as const),
]);

/** By sign: the letters and digraphs of Latin, Cyrillic, Greek, Arabic and Hebrew that it stands for. */
const written: Readonly<Record<string, readonly string[]>> = {
  '': [...vowels, ...breathings, ...semivowels],
  b: [...'bбبב'],
  p: ['p', 'ph', 'f', ...'пфπφپفפ'],
  k: ['k', 'c', 'g', 'q', 'kh', 'gh', ...'кгґхκγχخغقكگגכק'],
  j: ['j', 'dj', ...'جђ'],
  d: ['d', 'dh', ...'дδدذضڈד'],
  t: ['t', 'th', ...'тτθتثطٹתט'],
  s: ['s', 'z', 'sh', 'ch', 'zh', 'ce', 'ci', 'cy', ...'сзжчшщσζسشصزژظچסזצש'],
  v: [...'vвβڤ'],
  m: [...'mмμمמ'],
  n: [...'nнνنںנ'],
  l: [...'lлλلל'],
  r: [...'rрρرڑר'],
  ks: [...'xξ'],
  ps: ['ψ'],
  ts: ['ц'],
};

const signs = new Map(
  Object.entries(written).flatMap(([sign, letters]) => letters.map((letter) => [letter, sign] as const)),
);
