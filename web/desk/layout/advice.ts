import type { FailureKind } from '../../explorer/data/failure.ts';

/** What an editor can do about a failure. Whatever fails, the work stays in the browser. */
export const advice: Partial<Record<FailureKind, string>> = {
  offline: 'Check the connection, and go on meanwhile: your work stays in this browser.',
  timeout: 'Your work stays in this browser. A shorter text is faster.',
  rejected: 'Your work stays in this browser. This is what the server said:',
};
