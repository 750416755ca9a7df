/** The exit codes of all commands, after BSD's sysexits. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  badData: 65,
  noInput: 66,
  unavailable: 69,
  cannotCreate: 73,
  ioError: 74,
  badConfiguration: 78,
} as const;
