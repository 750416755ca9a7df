import { showValue } from '../../errors/show-value.ts';
import { isJsonObject } from '../json/json-object.ts';
import type { Fault } from '../json/rejection.ts';
import { definitionNamed } from './article-schema.ts';

/** The content of a text file, or why it cannot be the text of an article. */
export type TextFile =
  | { text: string; fault?: never }
  | { text?: never; fault: Pick<Fault, 'expected' | 'found' | 'hint'> };

/** Reads a file of at most `maxBytes` by its plain name, from the folder of the article. */
export type TextReader = (name: string, maxBytes: number) => TextFile;

/** An article with `text` in place of `textFile`, or the unchanged article with the fault of its `textFile`. */
export interface Resolved {
  value: unknown;
  fault?: Fault;
  /** The pointer of the key that gave the text. */
  textPointer: '/text' | '/textFile';
}

const plainName = new RegExp(definitionNamed('textFile').pattern ?? '', 'u');

/**
 * Replaces `textFile` by the content of the file that it names, as `text`. Values without `textFile`, and those that
 * the schema rejects, are returned as they are. Without a reader, `textFile` is a fault.
 */
export function resolveTextFile(value: unknown, maxBytes: number, readText: TextReader | undefined): Resolved {
  const textPointer = '/text';
  if (!isJsonObject(value) || typeof value.textFile !== 'string' || value.retracted === true) {
    return { value, textPointer };
  }
  const { textFile, ...others } = value;
  const pointer = '/textFile';
  const atKey = true;
  if ((value.text ?? null) !== null) {
    return {
      value,
      textPointer,
      fault: { pointer, atKey, expected: 'absent if "text" is present', found: showValue('textFile') },
    };
  }
  if (!readText) {
    const expected = 'absent unless the article is in a file';
    const hint = () => 'Write the text itself, as "text"';
    return { value, textPointer, fault: { pointer, atKey, expected, found: showValue('textFile'), hint } };
  }
  if (!plainName.test(textFile)) return { value, textPointer }; // the schema rejects it
  const { text, fault } = readText(textFile, maxBytes);
  if (fault) return { value, textPointer, fault: { ...fault, pointer } };
  // In the place of `textFile`, so that nothing depends on the order of keys.
  return { value: { ...others, text }, textPointer: pointer };
}
