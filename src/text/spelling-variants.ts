/**
 * Returns all texts that are one typing error away from a text: with a letter less, two neighbours in the wrong order,
 * another letter of `alphabet`, or one more. Distinct, without the text itself, and with at most `length` letters: of two
 * that begin equally, longer ones are cut.
 */
export function oneErrorAway(text: string, alphabet: readonly string[], length = Number.POSITIVE_INFINITY): string[] {
  const letters = [...text];
  const found = new Set<string>();
  const add = (changed: readonly string[]) => found.add(changed.slice(0, length).join(''));
  for (let i = 0; i < letters.length; i++) {
    const [before, letter, after] = [letters.slice(0, i), letters[i] as string, letters.slice(i + 1)];
    add([...before, ...after]);
    const [next, ...rest] = after;
    if (next !== undefined) add([...before, next, letter, ...rest]);
    for (const other of alphabet) {
      add([...before, other, ...after]);
      add([...before, other, letter, ...after]);
    }
  }
  for (const other of alphabet) add([...letters, other]);
  found.delete(letters.slice(0, length).join(''));
  return [...found];
}

/** Returns the letters that are typed in the script of a text's first letter; none for scripts of many letters. */
export function alphabetOf(text: string): readonly string[] {
  return alphabets.find(({ script }) => script.test(text))?.letters ?? [];
}

const alphabets = [
  { script: /^\p{sc=Latn}/u, letters: [...'abcdefghijklmnopqrstuvwxyz'] },
  { script: /^\p{sc=Cyrl}/u, letters: [...'абвгдежзийклмнопрстуфхцчшщъыьэюяієґ'] },
  { script: /^\p{sc=Grek}/u, letters: [...'αβγδεζηθικλμνξοπρστυφχψω'] },
  { script: /^\p{sc=Arab}/u, letters: [...'ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهويةء'] },
  { script: /^\p{sc=Hebr}/u, letters: [...'אבגדהוזחטיכלמנסעפצקרשת'] },
];
