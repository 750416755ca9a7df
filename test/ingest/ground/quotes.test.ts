import { describe, expect, it } from 'vitest';
import { warningsOf } from './grounded.ts';

const text =
  'Ali said: “We will not rest until the war is over, and the hostages are free.” It rained all week in the north.';
const quoteWarnings = (quote: string, fields: object = {}) =>
  warningsOf(
    { text, statements: [{ id: 's', type: 'PLEDGE', text: 'T', quote, evidence: ['Ali said'] }], ...fields },
    'QUOTE_NOT_IN_TEXT',
  );
const warning = [['QUOTE_NOT_IN_TEXT', '/statements/0/quote']];

describe('QUOTE_NOT_IN_TEXT', () => {
  it.each([
    'We will not rest until the war is over',
    '"We will not rest until the war is over..."',
    'we will not rest … the hostages are free',
    'We will not rest [...] the hostages are free',
    'We will not rest until [the conflict] is over',
    'We will not\nrest until  the war is over',
  ])('accepts %j', (quote) => {
    expect(quoteWarnings(quote)).toEqual([]);
  });

  it.each([
    'We will rest until the war is over',
    'We will not rest until the wars are over',
    'We will not rest … the prisoners are free',
  ])('warns of %j', (quote) => {
    expect(quoteWarnings(quote)).toEqual(warning);
  });

  it('is checked in any language', () => {
    const fields = { text: 'علي قال: "لن نرتاح"', language: 'ar' };
    const statements = (quote: string) => [{ id: 's', type: 'PLEDGE', text: 'T', quote, evidence: ['علي'] }];
    expect(warningsOf({ ...fields, statements: statements('لن نرتاح') }, 'QUOTE_NOT_IN_TEXT')).toEqual([]);
    expect(warningsOf({ ...fields, statements: statements('سوف نرتاح') }, 'QUOTE_NOT_IN_TEXT')).toEqual(warning);
  });

  it('warns of a quote that is far from the evidence of its statement', () => {
    const far = `${text} ${'It rained again. '.repeat(8)}Omar said: “Never again, whatever they say.”`;
    const statements = [
      { id: 's', type: 'PLEDGE', text: 'T', quote: 'Never again, whatever they say', evidence: ['Ali said'] },
    ];
    expect(warningsOf({ text: far, statements }, 'QUOTE_NOT_IN_TEXT')).toEqual(warning);
  });
});
