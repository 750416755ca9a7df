import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenCheck } from '../../../src/server/auth/bearer-token.ts';
import { createTokenFileVerifier, formatTokenLine } from '../../../src/server/auth/token-file.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../../support/tokens.ts';
import { createSmallServer } from '../small-server.ts';
import { captureLog } from '../telemetry/log.ts';

vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:crypto')>();
  return { ...original, timingSafeEqual: vi.fn(original.timingSafeEqual) };
});

const log = captureLog();
let file: TokenFile;
let apps: FastifyInstance[] = [];

beforeEach(() => {
  file = openTokenFile();
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
  file.remove();
});

async function open(options: Parameters<typeof createSmallServer>[0] = {}): Promise<FastifyInstance> {
  const app = await createSmallServer({ auth: file.auth, ...options });
  apps.push(app);
  return app;
}

async function ask(app: FastifyInstance, headers: Record<string, string>, query = '{ hello }') {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data, errors } = response.json();
  return { status: response.statusCode, headers: response.headers, data, code: errors?.[0]?.extensions.code };
}

const write = 'mutation { repaint }';
const wrong = 'ig_A-Wrong-Token-0123456789-0123456789';
const line = (name: string, role: 'reader' | 'editor', token: string) => formatTokenLine(name, role, token);

describe('a token', () => {
  it('grants the role of its line', async () => {
    const app = await open();
    expect((await ask(app, bearer(tokens.reader))).status).toBe(200);
    expect(await ask(app, bearer(tokens.reader), write)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' },
    });
    expect(await ask(app, bearer(tokens.editor), write)).toMatchObject({ status: 200, data: { repaint: 'red' } });
  });

  it.each<[string, Record<string, string>]>([
    ['missing', {}],
    ['in another scheme', { authorization: `Basic ${tokens.editor}` }],
    ['empty', { authorization: 'Bearer' }],
    ['wrong', bearer(wrong)],
    ['the hash of a token', bearer(line('a', 'editor', tokens.editor).split(':')[1] ?? '')],
    ['a line of the file', bearer(line('a', 'editor', tokens.editor).replaceAll(' ', ''))],
    ['two at once', { authorization: `Bearer ${tokens.reader}, Bearer ${tokens.editor}` }],
    ['truncated', bearer(tokens.editor.slice(0, -1))],
    ['12,000 characters long', bearer('x'.repeat(12_000))],
  ])('grants no access if it is %s', async (_, headers) => {
    const { status, code, data } = await ask(await open(), headers);
    expect({ status, code, data }).toEqual({ status: 401, code: 'UNAUTHENTICATED', data: undefined });
  });

  it('is rejected if it is wrong, even with public reads', async () => {
    const app = await open({ auth: { ...file.auth, publicRead: true } });
    expect((await ask(app, {})).status).toBe(200);
    expect((await ask(app, { authorization: 'Basic abc' })).status).toBe(200);
    expect((await ask(app, bearer(wrong))).status).toBe(401);
    expect((await ask(app, {}, write)).status).toBe(401);
  });

  it('is rejected if there are several Authorization headers', async () => {
    const app = await open();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const send = async (...headers: string[]) => {
      const socket = connect({ port, host: '127.0.0.1' });
      await once(socket, 'connect');
      const body = '{"query":"{ hello }"}';
      const head = ['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Connection: close'];
      socket.write([...head, `Content-Length: ${body.length}`, ...headers, '', body].join('\r\n'));
      return text(socket);
    };
    expect(await send(`Authorization: Bearer ${tokens.reader}`)).toMatch(/^HTTP\/1\.1 200 /);
    for (const [first, second] of [
      [tokens.reader, wrong],
      [wrong, tokens.reader],
      [tokens.reader, tokens.reader],
    ]) {
      const answer = await send(`Authorization: Bearer ${first}`, `authorization: Bearer ${second}`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('www-authenticate: Bearer error="invalid_request"');
      expect(answer).toContain('"code":"BAD_REQUEST"');
    }
  });

  it('is compared with all lines, as a complete digest, in constant time', () => {
    file.write(
      Array.from({ length: 20 }, (_, i) => line(`n${i}`, 'reader', i === 3 ? tokens.reader : `t${i}`)).join('\n'),
    );
    const { verify } = createTokenFileVerifier(file.path);
    const compare = vi.mocked(timingSafeEqual);
    for (const given of [tokens.reader, tokens.reader.slice(0, -1), 't19', 't0', wrong, '', 'x'.repeat(100_000)]) {
      compare.mockClear();
      void verify(given);
      expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual(Array(20).fill([32, 32]));
    }
    compare.mockClear();
    const isToken = createTokenCheck(tokens.editor);
    expect([isToken(tokens.editor), isToken(wrong), isToken('')]).toEqual([true, false, false]);
    expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual(Array(3).fill([32, 32]));
  });
});

describe('the token file', () => {
  it('may contain comments, white space, a byte order mark and line ends of either kind', async () => {
    file.write(`\ufeff# a\r\n\r\n  ${line('a.b_c-1', 'reader', tokens.reader).replaceAll(' ', '\t ')}  \r\n   # b`);
    expect((await ask(await open(), bearer(tokens.reader))).status).toBe(200);
  });

  const right = line('desk', 'reader', tokens.reader);
  it.each<[string, string, string]>([
    ['nothing', '', ' must be at least one line, as printed by npm run token, but got: "none"'],
    ['only comments', '# a\n', ' must be at least one line, as printed by npm run token, but got: "none"'],
    ['a token', `${right}\n${tokens.editor}`, ':2 must be a name, a role and a hash, but got: "field count: 1"'],
    ['four fields', `${right} x`, ':1 must be a name, a role and a hash, but got: "field count: 4"'],
    ['a name in capitals', right.replace('desk', 'Desk'), ':1 must be a name of at most 40 characters of'],
    ['a token instead of a name', right.replace('desk', tokens.reader), 'but got: "… (45 characters)"'],
    ['another role', right.replace('reader', 'admin'), ':1 must be a role, reader or editor, but got: "admin"'],
    [
      'a token instead of a role',
      right.replace('reader', wrong),
      ':1 must be a role, reader or editor, but got: "… (38 characters)"',
    ],
    [
      'a token instead of a hash',
      `desk reader ${tokens.reader}`,
      ':1 must be sha256: and 64 hexadecimal digits, but got: "… (45 characters)"',
    ],
    ['another hash', right.replace('sha256', 'sha512'), ':1 must be sha256: and 64 hexadecimal digits'],
    [
      'a hash in capitals',
      right.toUpperCase().replace('DESK READER SHA256', 'desk reader sha256'),
      '64 hexadecimal digits',
    ],
    [
      'a name twice',
      `${right}\n\n${line('desk', 'editor', 'other')}`,
      ':3 must be a unique name and hash, but got: "the same as on line 1"',
    ],
    ['a token twice', `${right}\n${line('other', 'editor', tokens.reader)}`, ':2 must be a unique name and hash'],
  ])(
    'is rejected at the start if it contains %s, with the line and without showing tokens',
    async (_, content, message) => {
      file.write(content);
      const start = createSmallServer({ auth: file.auth });
      await expect(start).rejects.toMatchObject({ name: 'ConfigError' });
      await expect(start).rejects.toThrow(`AUTH_TOKENS: ${file.path}`);
      await expect(start).rejects.toThrow(message);
      const shown = await start.catch((error: Error) => error.message);
      for (const secret of [tokens.reader, tokens.editor, wrong]) expect(shown).not.toContain(secret);
    },
  );

  it('is rejected at the start if it does not exist', async () => {
    const start = createSmallServer({ auth: { ...file.auth, tokensFile: `${file.path}.not` } });
    await expect(start).rejects.toThrow(/^AUTH_TOKENS must be the path of a readable file, but got: ".*: ENOENT"$/);
  });

  it('can be reloaded; an invalid file changes nothing', async () => {
    let reload = () => {};
    const app = await open({
      logLevel: 'info',
      onReload: (given) => {
        reload = given;
      },
    });
    const status = async (token: string) => (await ask(app, { ...bearer(token) })).status;
    file.write('nonsense');
    reload();
    expect(await status(tokens.reader)).toBe(200);
    file.write(line('other', 'reader', 'another-token-0123456789'));
    expect(await status(tokens.reader)).toBe(200);
    reload();
    expect(await status('another-token-0123456789')).toBe(200);
    expect(await status(tokens.reader)).toBe(401);
    expect(log.entries().filter(({ msg }) => !msg.includes('/nowhere'))).toMatchObject([
      { level: 50, reason: `AUTH_TOKENS: ${file.path}:1 must be a name, a role and a hash, but got: "field count: 1"` },
      { level: 30, msg: 'Auth files reloaded' },
    ]);
  });
});
