import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthConfig } from '../../src/config/auth-config.ts';
import type { Role } from '../../src/server/auth/identity.ts';
import { formatTokenLine } from '../../src/server/auth/token-file.ts';

export const tokens = {
  reader: 'ig_A-Token-of-a-Reader-0123456789-abcdefghijk',
  editor: 'ig_An-Editors-Token-0123456789-abcdefghijklmn',
} as const satisfies Record<Role, string>;

export interface TokenFile {
  path: string;
  /** Settings that use the file. */
  auth: Extract<AuthConfig, { mode: 'token' }>;
  write(text: string): void;
  remove(): void;
}

/** Creates a token file with `tokens`. */
export function openTokenFile({ publicRead = false } = {}): TokenFile {
  const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  const path = join(folder, 'tokens.txt');
  const write = (text: string) => writeFileSync(path, text);
  write(
    `# Who may\n\n${formatTokenLine('desk', 'reader', tokens.reader)}\n${formatTokenLine('newsroom', 'editor', tokens.editor)}\n`,
  );
  return {
    path,
    auth: { mode: 'token', tokensFile: path, publicRead },
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
