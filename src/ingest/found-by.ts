import { indexText } from '../text/words.ts';

/** A text of a thing: where it stands, as a mark, and its language, where that is known. */
export interface MarkedText {
  mark: string;
  text: string | undefined;
  language?: string | undefined;
}

/** What a thing is found by: the index words of its texts, and all their tokens, one line a text. */
export function foundBy(texts: readonly MarkedText[]): { words: string[]; plain: string } {
  const given = texts.flatMap(({ mark, text, language }) =>
    text === undefined ? [] : [{ mark, text, ...(language !== undefined && { language }) }],
  );
  const { words, folded } = indexText(given);
  return { words, plain: folded.join('\n') };
}
