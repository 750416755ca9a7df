import { describe, expect, it } from 'vitest';
import { createAuthBackoff } from '../../../src/server/limits/auth-backoff.ts';

const wrong = false;
const right = true;

/** Returns the delays of consecutive failures, each sent as soon as the previous one got its response. */
function failuresOf(address: string, count: number) {
  const backoff = createAuthBackoff();
  let now = 0;
  const waits = Array.from({ length: count }, () => {
    const admission = backoff.admit(address, wrong, now);
    if (!('waitMs' in admission)) throw new Error('Turned away');
    now += admission.waitMs;
    return admission.waitMs;
  });
  return { backoff, now, waits };
}

describe('after failures', () => {
  it('the delay doubles each time, up to 5 s', () => {
    expect(failuresOf('192.0.2.1', 9).waits).toEqual([0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  });

  it('a valid token waits too, without increasing the delay', () => {
    const { backoff, now } = failuresOf('192.0.2.1', 3);
    expect(backoff.admit('192.0.2.1', right, now)).toEqual({ waitMs: 400 });
    expect(backoff.admit('192.0.2.1', right, now + 400)).toEqual({ waitMs: 0 });
    expect(backoff.admit('192.0.2.1', wrong, now + 400)).toEqual({ waitMs: 0 });
    expect(backoff.admit('192.0.2.1', wrong, now + 400)).toEqual({ waitMs: 800 });
  });

  it('concurrent requests queue up, and are rejected if the queue is long, whether valid or not', () => {
    const backoff = createAuthBackoff();
    const admissions = Array.from({ length: 20 }, () => backoff.admit('192.0.2.1', wrong, 0));
    expect(admissions.filter((each) => 'waitMs' in each).map((each) => 'waitMs' in each && each.waitMs)).toEqual([
      0, 100, 300, 700, 1500, 3100, 6300,
    ]);
    expect(backoff.admit('192.0.2.1', right, 0)).toEqual({ retryAfterMs: 11_300 });
    expect(backoff.admit('192.0.2.1', right, 2000)).toEqual({ waitMs: 9300 });
  });

  it('they are forgotten after 10 minutes without another', () => {
    const { backoff, now } = failuresOf('192.0.2.1', 9);
    const later = now + 5000 + 600_001;
    expect(backoff.admit('192.0.2.1', wrong, later)).toEqual({ waitMs: 0 });
    expect(backoff.admit('192.0.2.1', wrong, later)).toEqual({ waitMs: 100 });
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
  ])('%s and %s count as one client: %s', (one, other, isSame) => {
    const backoff = createAuthBackoff();
    backoff.admit(one, wrong, 0);
    expect(backoff.admit(other, right, 0)).toEqual({ waitMs: isSame ? 100 : 0 });
  });

  it('the 10,000 clients that failed last are remembered', () => {
    const backoff = createAuthBackoff();
    const address = (i: number) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
    for (let i = 0; i < 10_001; i++) backoff.admit(address(i), wrong, 0);
    expect(backoff.admit(address(0), right, 0)).toEqual({ waitMs: 0 });
    expect(backoff.admit(address(1), right, 0)).toEqual({ waitMs: 100 });
    expect(backoff.admit(address(10_000), right, 0)).toEqual({ waitMs: 100 });
  });
});
