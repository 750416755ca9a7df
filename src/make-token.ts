import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { exitCodes } from './exit-codes.ts';
import { roles } from './server/identity.ts';
import { formatTokenLine, isTokenName } from './server/token-file.ts';

const usage = `Usage: npm run token -- --name NAME --role reader|editor

Makes a token for AUTH=token. Two lines on standard output: the token, for whom it is made, and the line for the file that
AUTH_TOKENS names. The token is shown this once, and stored nowhere.

  --name NAME  what logs call its bearer: at most 40 of a-z, 0-9, ".", "_" and "-"
  --role ROLE  reader or editor
`;
const tokenBytes = 32;
/** By which those who look for secrets in public places can tell what they found. */
const tokenPrefix = 'ig_';

function main(): void {
  const options = parseArguments(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const token = `${tokenPrefix}${randomBytes(tokenBytes).toString('base64url')}`;
  process.stdout.write(`${token}\n${formatTokenLine(options.name, options.role, token)}\n`);
  process.stderr.write('The first line is for its bearer, the second for the file of AUTH_TOKENS\n');
}

function parseArguments(args: string[]): { name: string; role: (typeof roles)[number] } | 'help' {
  const options = { name: { type: 'string' }, role: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { name, role: roleName, help } = parseArgs({ args, options }).values;
  if (help) return 'help';
  if (name === undefined || !isTokenName(name))
    throw new TypeError(`--name takes at most 40 of a-z, 0-9, ".", "_" and "-", not ${JSON.stringify(name)}`);
  const role = roles.find((role) => role === roleName);
  if (!role) throw new TypeError(`--role takes ${roles.join(' or ')}, not ${JSON.stringify(roleName)}`);
  return { name, role };
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = exitCodes.usage;
}
