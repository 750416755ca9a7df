import { afterEach, beforeEach, vi } from 'vitest';

export interface LogEntry {
  level: number;
  msg: string;
  requestId?: string;
  paths?: unknown[];
  [key: string]: unknown;
}

/** Captures the entries that the server writes to standard error during a test, and anything on standard output. */
export function captureLog() {
  let lines: string[] = [];
  let stdout: string[] = [];
  beforeEach(() => {
    lines = [];
    stdout = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => stdout.push(String(chunk)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return {
    entries: (): LogEntry[] => lines.map((line) => JSON.parse(line)),
    stdout: () => stdout.join(''),
  };
}
