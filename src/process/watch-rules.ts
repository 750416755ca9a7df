import type { Db } from 'mongodb';
import type { OtherRules } from '../errors/other-rules.ts';
import { otherRulesOf } from '../ingest/write/store-rules.ts';

/** Reports whether the store has the rules version of this program, as of the last check. */
export interface RulesWatch {
  /** Returns why the store must not be read; undefined if it may. */
  fault(): OtherRules | undefined;
  /** Checks again every second, and calls `onChange` after each change. */
  start(onChange: (fault: OtherRules | undefined) => void): void;
  stop(): void;
}

const everyMs = 1000;

/** Checks once before it returns. While the store is unavailable, the last result remains. */
export async function watchRules(database: Db): Promise<RulesWatch> {
  let fault = await otherRulesOf(database);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(onChange: (fault: OtherRules | undefined) => void): Promise<void> {
    const before = fault;
    fault = await otherRulesOf(database).catch(() => before);
    if (fault?.message !== before?.message) onChange(fault);
    if (!isStopped) lookLater(onChange);
  }

  function lookLater(onChange: (fault: OtherRules | undefined) => void): void {
    timer = setTimeout(() => void look(onChange), everyMs).unref();
  }

  return {
    fault: () => fault,
    start: lookLater,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
