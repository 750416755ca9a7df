import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberText } from '../../src/server/member-text.ts';
import { tries } from '../support/runs.ts';

describe('the text of a member', () => {
  it.each([
    ['{"a":1}', '1'],
    [' \n{ "a" : [ 1, {"a": 2} ]\t, "b": 3 } ', '[ 1, {"a": 2} ]'],
    ['{"b": "\\"a\\":1}", "a": "}\\\\"}', '"}\\\\"'],
    ['{"a": 1, "\\u0061": 1e400}', '1e400'],
    ['{"a": {"x": 1}, "a": {"x": 1, "x": 2}}', '{"x": 1, "x": 2}'],
    ['{"b": {"a": 1}}', undefined],
    ['{"a": -0.10e+5 , "b": null}', '-0.10e+5'],
    ['{"b": true, "a": null}', 'null'],
    ['{}', undefined],
    ['[{"a": 1}]', undefined],
    ['', undefined],
  ])('in %s is %s', (json, text) => {
    expect(memberText(json, 'a')).toBe(text);
  });

  it('is found at any depth of nesting', () => {
    const deep = `${'[{"a":'.repeat(50_000)}"]"${'}]'.repeat(50_000)}`;
    expect(memberText(`{"b": ${deep}, "a": ${deep}}`, 'a')).toBe(deep);
  });

  it('is what JSON.parse takes, however the object is written', () => {
    const spaces = fc.constantFrom(0, 1, 2, '\t', '\r\n');
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), spaces, (object, space) => {
        const json = JSON.stringify(object, null, space);
        for (const key of Object.keys(object)) {
          expect(JSON.parse(memberText(json, key) ?? '')).toEqual(JSON.parse(json)[key]);
        }
      }),
      tries(),
    );
  });
});
