import { Decimal128 } from 'bson';

/** A finite number as `coefficient * 10^exponent * 2^binaryExponent`: exact for every BSON number. */
interface Exact {
  coefficient: bigint;
  exponent: number;
  binaryExponent: number;
}

/** The sign of a - b, computed exactly. Neither may be NaN or infinite. */
export function compareExact(a: number | bigint | Decimal128, b: number | bigint | Decimal128): number {
  const x = exact(a);
  const y = exact(b);
  const exponent = Math.min(x.exponent, y.exponent);
  const binary = Math.min(x.binaryExponent, y.binaryExponent);
  const left = (x.coefficient * 10n ** BigInt(x.exponent - exponent)) << BigInt(x.binaryExponent - binary);
  const right = (y.coefficient * 10n ** BigInt(y.exponent - exponent)) << BigInt(y.binaryExponent - binary);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function exact(value: number | bigint | Decimal128): Exact {
  if (typeof value === 'bigint') return { coefficient: value, exponent: 0, binaryExponent: 0 };
  if (value instanceof Decimal128) return { ...decimalParts(value), binaryExponent: 0 };
  let binaryExponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    binaryExponent--;
  }
  return { coefficient: BigInt(mantissa), exponent: 0, binaryExponent };
}

/** A finite Decimal128 as an integer and a power of ten, without trailing zeros. */
export function decimalParts(value: Decimal128): { coefficient: bigint; exponent: number } {
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(
    value.toString(),
  ) as RegExpExecArray;
  let coefficient = BigInt(`${whole}${fraction}`);
  let power = Number(exponent) - fraction.length;
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  while (coefficient % 10n === 0n) {
    coefficient /= 10n;
    power++;
  }
  return { coefficient: sign === '-' ? -coefficient : coefficient, exponent: power };
}

/** NaN and the infinities as JavaScript numbers; undefined for a finite value. */
export function specialDecimal(value: Decimal128): number | undefined {
  const text = value.toString();
  if (text === 'NaN') return Number.NaN;
  if (text === 'Infinity') return Number.POSITIVE_INFINITY;
  return text === '-Infinity' ? Number.NEGATIVE_INFINITY : undefined;
}
