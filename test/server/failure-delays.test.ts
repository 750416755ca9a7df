import { describe, expect, it } from 'vitest';
import { createFailureDelays } from '../../src/server/failure-delays.ts';

const wrong = false;
const right = true;

/** The waits of failures one after the other, each at once when the one before is answered. */
function failuresOf(address: string, count: number) {
  const delays = createFailureDelays();
  let now = 0;
  const waits = Array.from({ length: count }, () => {
    const admission = delays.admit(address, wrong, now);
    if (!('waitMs' in admission)) throw new Error('Turned away');
    now += admission.waitMs;
    return admission.waitMs;
  });
  return { delays, now, waits };
}

describe('after failures', () => {
  it('each answer waits twice as long, up to 5 s', () => {
    expect(failuresOf('192.0.2.1', 9).waits).toEqual([0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  });

  it('who is right waits too, and makes the next wait no longer', () => {
    const { delays, now } = failuresOf('192.0.2.1', 3);
    expect(delays.admit('192.0.2.1', right, now)).toEqual({ waitMs: 400 });
    expect(delays.admit('192.0.2.1', right, now + 400)).toEqual({ waitMs: 0 });
    expect(delays.admit('192.0.2.1', wrong, now + 400)).toEqual({ waitMs: 0 });
    expect(delays.admit('192.0.2.1', wrong, now + 400)).toEqual({ waitMs: 800 });
  });

  it('who comes many times at once waits in line, and is turned away, right or wrong, when it is long', () => {
    const delays = createFailureDelays();
    const admissions = Array.from({ length: 20 }, () => delays.admit('192.0.2.1', wrong, 0));
    expect(admissions.filter((each) => 'waitMs' in each).map((each) => 'waitMs' in each && each.waitMs)).toEqual([
      0, 100, 300, 700, 1500, 3100, 6300,
    ]);
    expect(delays.admit('192.0.2.1', right, 0)).toEqual({ retryAfterMs: 11_300 });
    expect(delays.admit('192.0.2.1', right, 2000)).toEqual({ waitMs: 9300 });
  });

  it('they are forgotten when there were none for 10 minutes', () => {
    const { delays, now } = failuresOf('192.0.2.1', 9);
    const later = now + 5000 + 600_001;
    expect(delays.admit('192.0.2.1', wrong, later)).toEqual({ waitMs: 0 });
    expect(delays.admit('192.0.2.1', wrong, later)).toEqual({ waitMs: 100 });
  });

  it.each([
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:db8:0:0:1::', true],
    ['::1', '::2', true],
    ['fe80::1%eth0', 'fe80::2%eth0', true],
    ['', '192.0.2.1', false],
  ])('%s and %s are one client: %s', (one, other, isSame) => {
    const delays = createFailureDelays();
    delays.admit(one, wrong, 0);
    expect(delays.admit(other, right, 0)).toEqual({ waitMs: isSame ? 100 : 0 });
  });

  it('no more than 10,000 clients are remembered, those that failed last', () => {
    const delays = createFailureDelays();
    const address = (i: number) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
    for (let i = 0; i < 10_001; i++) delays.admit(address(i), wrong, 0);
    expect(delays.admit(address(0), right, 0)).toEqual({ waitMs: 0 });
    expect(delays.admit(address(1), right, 0)).toEqual({ waitMs: 100 });
    expect(delays.admit(address(10_000), right, 0)).toEqual({ waitMs: 100 });
  });
});
