/** All characters that have case variants. Built at first use. */
let cased: string | undefined;

const lastCased = 0x1_ff_ff;

/**
 * The characters that match a class's body in any case, by Unicode's simple case folding, as in PCRE2: `k`, `K` and the
 * Kelvin sign are one letter. Empty if none has case variants.
 */
export function inAnyCase(body: string): string[] {
  cased ??= Array.from({ length: lastCased + 1 }, (_, code) => String.fromCodePoint(code))
    .filter((char) => /\p{Changes_When_Casemapped}/u.test(char))
    .join('');
  return cased.match(new RegExp(`[${body}]`, 'giu')) ?? [];
}
