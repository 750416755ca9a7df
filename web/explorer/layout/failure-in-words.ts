import type { Failure } from '../data/send.ts';

interface FailureInWords {
  title: string;
  /** What the visitor can do. */
  advice: string;
}

/** Says what failed, and what to do about it. */
export function failureInWords({ kind, message }: Pick<Failure, 'kind' | 'message'>): FailureInWords {
  switch (kind) {
    case 'offline':
      return {
        title: 'The server cannot be reached.',
        advice: 'Check the connection. What was shown before stays here.',
      };
    case 'timeout':
      return {
        title: 'The server took too long.',
        advice: 'A narrower filter is faster, such as fewer years or one country.',
      };
    case 'rate-limited':
      return {
        title: 'Too many requests for one minute.',
        advice: 'The server allows each visitor a fixed amount per minute. It is soon available again.',
      };
    case 'busy':
      return { title: 'The server is busy.', advice: 'Wait a moment, then try again.' };
    case 'unauthorized':
      return {
        title: 'This server requires a token.',
        advice:
          'Ask whoever runs it for a reader’s token and paste it here. It is kept until this tab is closed, and sent to this server only.',
      };
    case 'rejected':
      return { title: 'The server rejected this query.', advice: 'Remove a filter and try again.' };
    case 'server':
      return { title: 'Something went wrong on the server.', advice: message };
  }
}

/** The seconds after which a retry by itself makes sense: after a rate limit only. At least 1, at most 120. */
export function secondsUntilRetry({ kind, retryAfter }: Pick<Failure, 'kind' | 'retryAfter'>): number | null {
  if (kind !== 'rate-limited') return null;
  return Math.min(120, Math.max(1, Math.ceil(retryAfter ?? 10)));
}
