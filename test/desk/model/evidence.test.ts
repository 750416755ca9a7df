import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleJson } from '../../../web/desk/model/article-json.ts';
import { evidenceOf, quoteAt, spanOf, trimSpan } from '../../../web/desk/model/evidence.ts';
import { replaceText } from '../../../web/desk/model/replace-text.ts';

/** Few letters, so that words repeat and overlap. */
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), minLength: 1, maxLength: 40 });

describe('words as evidence', () => {
  it('stand where they were selected, however often they repeat', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const span = trimSpan(text, { start, end: Math.min(text.length, start + 1 + (length % 10)) });
        if (span) expect(spanOf(text, quoteAt(text, span))).toEqual(span);
      }),
    );
  });

  it('say which of several places they stand at, and nothing if there is one', () => {
    expect(quoteAt('aaa b', { start: 1, end: 3 })).toEqual({ quote: 'aa', occurrence: 2 });
    expect(quoteAt('aaa b', { start: 4, end: 5 })).toEqual({ quote: 'b' });
  });

  it('are nowhere if the text lacks them, or has them less often', () => {
    expect(spanOf('a', { quote: 'b' })).toBeNull();
    expect(spanOf('a', { quote: 'a', occurrence: 2 })).toBeNull();
    expect(spanOf('a', { quote: '' })).toBeNull();
  });
});

describe('a changed text', () => {
  const article = (text: string, quote: object): ArticleJson =>
    ({ id: 'a', published: '2024-01-15', text, incidents: [{ id: 'i', evidence: [quote] }] }) as never;
  const quoteOf = (changed: ArticleJson) => [...evidenceOf(changed)][0]?.quote;

  it('keeps evidence on the same words when something is written before or after them', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.constantFrom('start', 'end'), (head, words, added, where) => {
        const text = `${head}<${words}>`;
        const span = trimSpan(text, { start: head.length, end: text.length });
        if (!span) return;
        const changed = replaceText(
          article(text, quoteAt(text, span)),
          where === 'start' ? added + text : text + added,
        );
        const moved = spanOf(changed.text, quoteOf(changed) as never);
        expect(moved && changed.text.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end));
        if (where === 'start') expect(moved?.start).toBe(span.start + added.length);
      }),
    );
  });

  it.each([
    ['three men died', 'men', 'three women died', 'women'],
    ['one two three', 'two', 'one twenty three', 'twenty'],
    ['one two three', 'one two', 'two three', 'two'],
    ['old start, one two, old end', 'one two', 'new start, one two, new end', 'one two'],
    ['a\r\nb c', 'b c', 'x\na\nb c', 'b c'],
    ['aa', { quote: 'a', occurrence: 2 }, 'aaa', undefined],
  ])('%j with %j, changed to %j, has evidence on %j', (text, quote, after, expected) => {
    const changed = replaceText(article(text, typeof quote === 'string' ? { quote } : quote), after);
    const held = quoteOf(changed);
    if (expected !== undefined) expect(held?.quote).toBe(expected);
    expect(held && spanOf(after, held)).not.toBeNull();
  });

  it('keeps a quote whose words are gone, for the check to refuse', () => {
    const changed = replaceText(article('one two three', { quote: 'two' }), 'one three');
    expect(quoteOf(changed)).toEqual({ quote: 'two' });
  });
});
