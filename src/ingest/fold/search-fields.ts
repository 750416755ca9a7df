import { indexText } from '../../text/words.ts';

/** The usual lengths of texts, in words. */
const usualLengths = { name: 3, title: 10, summary: 30, statement: 25, article: 300 };

/** A text of an entity. The mark names the field that it comes from; the language is absent if unknown. */
export interface MarkedText {
  mark: string;
  kind: keyof typeof usualLengths;
  text: string | undefined;
  language?: string | undefined;
}

/** Returns the index words of the texts, and their folded tokens as one string, with a line for each text. */
export function searchFields(texts: readonly MarkedText[]): { words: string[]; plain: string } {
  const given = texts.flatMap(({ mark, kind, text, language }) =>
    text === undefined
      ? []
      : [{ mark, usualLength: usualLengths[kind], text, ...(language !== undefined && { language }) }],
  );
  const { words, folded } = indexText(given);
  return { words, plain: folded.join('\n') };
}
