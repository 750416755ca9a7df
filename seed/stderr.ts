/** Writes a line to standard error; standard output is for results only. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
