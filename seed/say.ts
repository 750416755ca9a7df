/** Writes a line to standard error: results alone go to standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
