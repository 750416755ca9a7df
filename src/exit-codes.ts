/** What the commands of this project exit with, after BSD's sysexits. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  badData: 65,
  noInput: 66,
  unavailable: 69,
  badConfiguration: 78,
} as const;
