import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { exitCodes } from '../../errors/exit-codes.ts';
import { roles } from './identity.ts';
import { formatTokenLine, isTokenName } from './token-file.ts';

const usage = `Usage: npm run token -- --name NAME --role reader|editor

Creates a token for AUTH=token and prints two lines: the token, for its bearer, and its line for the file in AUTH_TOKENS.
The token is not stored anywhere and cannot be shown again.

  --name NAME  the name of the bearer in the logs: at most 40 characters of a-z, 0-9, ".", "_" and "-"
  --role ROLE  reader or editor
`;
const tokenBytes = 32;
/** Lets secret scanners recognise a leaked token. */
const tokenPrefix = 'ig_';

function main(): void {
  const options = parseArguments(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const token = `${tokenPrefix}${randomBytes(tokenBytes).toString('base64url')}`;
  process.stdout.write(`${token}\n${formatTokenLine(options.name, options.role, token)}\n`);
  process.stderr.write('The first line is for the bearer, the second for the file in AUTH_TOKENS\n');
}

function parseArguments(args: string[]): { name: string; role: (typeof roles)[number] } | 'help' {
  const options = { name: { type: 'string' }, role: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { name, role: roleName, help } = parseArgs({ args, options }).values;
  if (help) return 'help';
  if (name === undefined || !isTokenName(name))
    throw new TypeError(
      `--name must be at most 40 characters of a-z, 0-9, ".", "_" and "-", but got: ${JSON.stringify(name)}`,
    );
  const role = roles.find((role) => role === roleName);
  if (!role) throw new TypeError(`--role must be ${roles.join(' or ')}, but got: ${JSON.stringify(roleName)}`);
  return { name, role };
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = exitCodes.usage;
}
