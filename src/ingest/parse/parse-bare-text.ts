import { shorten, showValue } from '../../errors/show-value.ts';
import { createPositions } from '../json/text-positions.ts';
import { type ParsedArticle, parseEntry, rejectFile } from './parse-entry.ts';

/**
 * Parses an article without annotations: optional white space, `date YYYY-MM-DD`, white space, and the text. The text
 * is trimmed and otherwise unchanged. Returns the article in canonical form, or its rejections.
 */
export function parseBareText(file: string, content: string, fallbackId: string | undefined): ParsedArticle {
  const position = createPositions(content);
  const [head, published] = bareTextHead.exec(content) ?? [];
  const start = content.length - content.trimStart().length;
  if (head === undefined || published === undefined) {
    const found = shorten(showValue(content.slice(start, start + 40)));
    return rejectFile(file, { pointer: '', expected: '"date YYYY-MM-DD" followed by a text', found }, position(start));
  }
  const rest = content.slice(head.length);
  const textOffset = content.length - rest.trimStart().length;
  const nul = content.indexOf('\0', textOffset);
  const fault = { pointer: '/text', expected: 'a text without NUL', found: '\\u0000', offset: nul };
  return parseEntry({
    file,
    value: { published, text: rest.trim() },
    fallbackId,
    pointer: '',
    offset: start,
    faults: nul === -1 ? [] : [fault],
    faultCount: nul === -1 ? 0 : 1,
    locate: ({ pointer }) =>
      ({ '/published': head.length - published.length, '/text': Math.min(textOffset, content.length) })[pointer] ??
      start,
    position,
  });
}

/** Returns whether a text begins like a bare article, with `date YYYY-MM-DD`. The day need not exist. */
export function hasBareTextHead(content: string): boolean {
  return bareTextHead.test(content);
}

const bareTextHead = /^\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)/;
