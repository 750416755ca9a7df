import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCurl, asFetch, asPython, playgroundAddress, readable } from '../../../web/explorer/query-drawer/copy-as.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';

const run = promisify(execFile);

const query = `query Found($where: IncidentWhere) {
  incidents(where: $where) {
    nodes {
      title
    }
  }
}`;

/** Titles that would end a string, a command or a template of each language if they were not quoted. */
const titles = [
  `it's "quoted"`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become a placeholder when copied
  '`${1+1}` $HOME $(id) \\n',
  '"""; import os',
  'ends with a "',
  "'\\''",
  '\u202eright to left\u2066',
  'a\nb',
];

describe('copied requests', () => {
  let gateway: TestGateway;
  let origin: string;
  let folder: string;

  beforeAll(async () => {
    gateway = await openTestGateway();
    await gateway.seed(
      ...titles.map((title, index) => ({
        id: `a-${index}`,
        published: '2023-11-12',
        text: 'Text.',
        incidents: [{ id: `incident-${index}`, title }],
      })),
    );
    origin = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    folder = await mkdtemp(join(tmpdir(), 'copied-'));
  }, 60_000);

  afterAll(async () => {
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const runs = {
    curl: async (text: string) => (await run('sh', ['-c', text])).stdout,
    fetch: async (text: string) => {
      const file = join(folder, 'request.mjs');
      await writeFile(file, text);
      return (await run(process.execPath, [file])).stdout;
    },
    python: async (text: string) => {
      const file = join(folder, 'request.py');
      await writeFile(file, text);
      return (await run('python3', [file], { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })).stdout;
    },
  };

  it.each([
    ['curl', asCurl, runs.curl],
    ['fetch', asFetch, runs.fetch],
    ['Python', asPython, runs.python],
  ] as const)(
    'runs as %s, whatever the variables say',
    async (_name, write, start) => {
      const output = await start(write({ query, variables: { where: { title: { in: titles } } } }, origin));
      const found = JSON.parse(output).data.incidents.nodes.map(({ title }: { title: string }) => title);
      expect(found.sort()).toEqual([...titles].sort());
    },
    60_000,
  );
});

describe('playgroundAddress', () => {
  it('carries the query and the variables in the hash', () => {
    const variables = { where: { title: { eq: 'a&b=c#d%' } } };
    const { hash, pathname } = new URL(playgroundAddress({ query, variables }), 'http://127.0.0.1');
    const parts = Object.fromEntries(
      hash
        .slice(1)
        .split('&')
        .map((part) => part.split('=').map(decodeURIComponent)),
    );
    expect(pathname).toBe('/graphql');
    expect(parts.query).toBe(query);
    expect(JSON.parse(parts.variables ?? '')).toEqual(variables);
  });
});

describe('readable', () => {
  it('takes away the indentation of the code around a document', () => {
    expect(readable('\n    query A {\n  a {\n    ...F\n  }\n}\n    fragment F on B {\n  b\n}')).toBe(
      'query A {\n  a {\n    ...F\n  }\n}\n\nfragment F on B {\n  b\n}',
    );
  });
});
