import { describe, expect, it } from 'vitest';
import { tornAnswers } from '../crash/torn-answers.ts';
import { runsOf } from '../support/runs.ts';

describe('responses beside a writer', () => {
  it.each(['as well as the store can', 'in transactions'])('show one state each, reading %s', async (way) => {
    const { torn, stale, wrongRevisions, unknown, answers, writes } = await tornAnswers({
      answers: runsOf(80),
      writesPerSecond: 30,
      clients: 2,
      ...(way === 'in transactions' && { oneState: 'transaction' }),
    });
    expect({ torn, stale, wrongRevisions, unknown }).toEqual({ torn: [], stale: [], wrongRevisions: [], unknown: 0 });
    expect(answers).toBeGreaterThanOrEqual(80);
    expect(writes).toBeGreaterThan(5);
  });

  it('report a revision only if all reads saw it, also without snapshots and transactions', async () => {
    const { stale, wrongRevisions, answers } = await tornAnswers({
      answers: runsOf(80),
      writesPerSecond: 30,
      clients: 2,
      oneState: 'none',
    });
    expect({ stale, wrongRevisions }).toEqual({ stale: [], wrongRevisions: [] });
    expect(answers).toBeGreaterThanOrEqual(80);
  });
});
