import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/config.ts';
import { packageRoot } from '../src/config/package-root.ts';
import { roles } from '../src/server/auth/identity.ts';
import { exportNames, shortForms } from '../src/server/exports/short-forms.ts';

const page = (name: string) => readFileSync(join(packageRoot, name), 'utf8');

/** Returns the names of all variables that the settings are read from. Old names are only rejected. */
function settingsThereAre(): string[] {
  const settings = new Set<string>();
  const env = new Proxy({} as Record<string, string>, {
    get(_, setting) {
      settings.add(String(setting));
      return undefined;
    },
  });
  parseConfig(env);
  return [...settings].filter((setting) => !setting.startsWith('PERSISTED_')).sort();
}

/** Returns the cells of the table rows in one section whose first cell begins with code. */
function rowsOf(name: string, section: string): string[][] {
  const [, text = ''] = page(name).split(`\n## ${section}\n`);
  const [within = ''] = text.split('\n## ');
  const lines = within.split('\n').filter((line) => /^\| `/.test(line));
  return lines.map((line) => line.split(/(?<!\\) ?\| ?/).slice(1, -1));
}

const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The settings for `AUTH=jwt`, which some other settings require. */
const jwt = { AUTH: 'jwt', AUTH_KEY_FILE: 'key.pem', AUTH_ISSUER: 'issuer', AUTH_AUDIENCE: 'audience' };

describe('docs/configuration.md', () => {
  it('lists each setting once, and no others', () => {
    const listed = rowsOf('docs/configuration.md', 'Settings').flatMap(([cell]) => codes(cell));
    expect(listed.sort()).toEqual(settingsThereAre());
  });

  it('gives the default of each setting', () => {
    const defaults = rowsOf('docs/configuration.md', 'Settings').flatMap(([cell, value]) => {
      const [[variable = ''], [given]] = [codes(cell), codes(value)];
      return given === undefined ? [] : [{ variable, given }];
    });
    expect(defaults.length).toBeGreaterThan(15);
    for (const { variable, given } of defaults) {
      const others = /^(AUTH_|PUBLIC_)/.test(variable) ? jwt : {};
      expect({ variable, config: parseConfig({ ...others, [variable]: given }) }).toEqual({
        variable,
        config: parseConfig(others),
      });
    }
  });
});

describe('.env.example', () => {
  it('lists each setting, with its default if it has one', () => {
    const lines = page('.env.example').replaceAll(/^# (?=[A-Z_0-9]+=)/gm, '');
    const { DEBUG_STORE, NODE_ENV, MONGODB_URI, ...env } = parseEnv(lines) as Record<string, string>;
    expect(Object.keys({ ...env, DEBUG_STORE, NODE_ENV, MONGODB_URI }).sort()).toEqual(settingsThereAre());
    expect(parseConfig(env)).toEqual(parseConfig({}));
  });
});

describe('docs/access.md', () => {
  it('lists each role', () => {
    const listed = rowsOf('docs/access.md', 'Roles').flatMap(([cell]) => codes(cell));
    expect(listed).toEqual([...roles]);
  });
});

describe('docs/logs-and-metrics.md', () => {
  it('lists each log message, and no others', () => {
    const sources = globSync(['src/{process,server}/**/*.ts'], { cwd: packageRoot }).map(page);
    const written = sources.flatMap((source) =>
      [...source.matchAll(/\blog\.(?:error|warn|info)\(.*'([^']+)'\)/g)].map(([, message = '']) => message),
    );
    expect(written.length).toBeGreaterThan(8);
    const messages = rowsOf('docs/logs-and-metrics.md', 'Logs').flatMap(([cell]) => codes(cell));
    const fields = ['level', 'outcome', 'codes', 'client', 'requestId', 'msg'];
    expect(messages.filter((message) => !fields.includes(message)).sort()).toEqual([...new Set(written)].sort());
  });
});

describe('docs/exporting.md', () => {
  it('lists each short form with the types that have it', () => {
    const rows = rowsOf('docs/exporting.md', 'Choose what to export');
    const listed = rows.flatMap(([forms, , types]) => codes(forms).map((form) => [form, codes(types)]));
    const names = [...new Set(exportNames.flatMap((name) => Object.keys(shortForms[name])))];
    const expected = names.map((form) => [form, exportNames.filter((name) => form in shortForms[name])]);
    expect(listed).toEqual([...expected, ['where', []], ['orderBy', []]]);
  });
});

describe('docs/article-json.md', () => {
  const schema = JSON.parse(page('seed/article.schema.json')) as {
    $defs: Record<string, { properties?: object; required?: string[]; enum?: (string | null)[] }>;
  };
  const sections: Record<string, string> = {
    withdrawal: 'retraction',
    incidentLink: 'incident link',
    incidentPlace: 'place',
    statementLink: 'statement link',
  };
  const objects = Object.entries(schema.$defs).flatMap(([name, { properties, required = [] }]) =>
    properties ? [{ section: sections[name] ?? name, keys: Object.keys(properties), required }] : [],
  );

  it.each(objects)('lists each key of $section, the required ones in bold', ({ section, keys, required }) => {
    const [, text = ''] = page('docs/article-json.md').split(`\n## ${section}\n`);
    const [within = ''] = text.split('\n## ');
    const rows = [...within.matchAll(/^\| (\*\*)?`([$\w]+)`(?:\*\*)? \|/gm)];
    expect(rows.map(([, , key]) => key)).toEqual(keys);
    expect(rows.flatMap(([, bold, key]) => (bold ? [key] : [])).sort()).toEqual([...required].sort());
  });

  it('lists the values of each enum', () => {
    const listed = page('docs/article-json.md').split('\n## values\n')[1] ?? '';
    for (const [name, { enum: values }] of Object.entries(schema.$defs)) {
      if (!values) continue;
      const row = listed.split('\n').find((line) => line.startsWith(`| ${name} |`));
      expect({ name, values: codes(row) }).toEqual({ name, values: values.filter((value) => value !== null) });
    }
  });
});

describe('the pages', () => {
  const pages = globSync(['*.md', 'docs/*.md'], { cwd: packageRoot });
  const schema = buildSchema(page('schema.graphql'));

  it.each(pages)('%s links to files that exist, and to headings that they have', (name) => {
    const links = [...page(name).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    for (const link of links) {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? name : join(dirname(name), file);
      expect({ link, exists: existsSync(join(packageRoot, target)) }).toEqual({ link, exists: true });
      if (heading !== undefined) expect(headingsOf(target)).toContain(heading);
    }
  });

  it.each(pages)('%s contains only valid queries', (name) => {
    for (const [, query = ''] of page(name).matchAll(/```graphql\n(.*?)```/gs)) {
      expect({ query, errors: validate(schema, parse(query)) }).toEqual({ query, errors: [] });
    }
  });
});

/** Returns the anchors of a page's headings, as GitHub generates them. */
function headingsOf(name: string): string[] {
  return [...page(name).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
