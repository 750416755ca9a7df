import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { packageRoot } from '../src/package-root.ts';
import { roles } from '../src/server/identity.ts';

const page = (name: string) => readFileSync(join(packageRoot, name), 'utf8');

/** Each variable that the settings are read from. */
function settingsThereAre(): string[] {
  const settings = new Set<string>();
  const env = new Proxy({} as Record<string, string>, {
    get(_, setting) {
      settings.add(String(setting));
      return undefined;
    },
  });
  parseConfig(env);
  return [...settings].sort();
}

/** The cells of a page's tables in one section, without their heads. */
function rowsOf(name: string, section: string): string[][] {
  const [, text = ''] = page(name).split(`\n## ${section}\n`);
  const [within = ''] = text.split('\n## ');
  const lines = within.split('\n').filter((line) => /^\| `/.test(line));
  return lines.map((line) => line.split(/(?<!\\) ?\| ?/).slice(1, -1));
}

const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Settings of `AUTH=jwt`, where some others mean something. */
const jwt = { AUTH: 'jwt', AUTH_KEY_FILE: 'key.pem', AUTH_ISSUER: 'issuer', AUTH_AUDIENCE: 'audience' };

describe('the settings', () => {
  it.each(['docs/operations.md', 'README.md'])('are those that %s lists, and no others', (name) => {
    expect(
      rowsOf(name, 'Settings')
        .flatMap(([cell]) => codes(cell))
        .sort(),
    ).toEqual(settingsThereAre());
  });

  it.each(['docs/operations.md', 'README.md'])('are by default what %s says', (name) => {
    const told = rowsOf(name, 'Settings').flatMap(([cell, value]) => {
      const [[variable = ''], [given]] = [codes(cell), codes(value)];
      return given === undefined ? [] : [{ variable, given }];
    });
    expect(told.length).toBeGreaterThan(15);
    for (const { variable, given } of told) {
      const others = /^(AUTH_|PUBLIC_)/.test(variable) ? jwt : {};
      expect({ variable, config: parseConfig({ ...others, [variable]: given }) }).toEqual({
        variable,
        config: parseConfig(others),
      });
    }
  });

  it('are those of .env.example, which changes nothing where a line is made to count', () => {
    const lines = page('.env.example').replaceAll(/^# (?=[A-Z_0-9]+=)/gm, '');
    const { DEBUG_STORE, NODE_ENV, MONGODB_URI, ...env } = parseEnv(lines) as Record<string, string>;
    expect(Object.keys({ ...env, DEBUG_STORE, NODE_ENV, MONGODB_URI }).sort()).toEqual(settingsThereAre());
    expect(parseConfig(env)).toEqual(parseConfig({}));
  });
});

describe('docs/operations.md', () => {
  it('names each role', () => {
    const named = rowsOf('docs/operations.md', 'Who may ask').flatMap(([cell]) => codes(cell));
    expect(named).toEqual([...roles]);
  });

  it('names each line of the log, and none that is never written', () => {
    const sources = globSync(['src/*.ts', 'src/server/**/*.ts'], { cwd: packageRoot }).map(page);
    const written = sources.flatMap((source) =>
      [...source.matchAll(/\blog\.(?:error|warn|info)\(.*'([^']+)'\)/g)].map(([, message = '']) => message),
    );
    expect(written.length).toBeGreaterThan(8);
    const [, ...rows] = rowsOf('docs/operations.md', 'Logs'); // the first is the head
    const named = rows.flatMap(([cell]) => codes(cell));
    expect(named.sort()).toEqual([...new Set(written)].sort());
  });
});
