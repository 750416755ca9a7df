import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenCheck } from '../../src/server/bearer-token.ts';
import { createTokenFileVerifier, formatTokenLine } from '../../src/server/token-file.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../support/tokens.ts';
import { captureLog } from './log.ts';
import { createSmallServer } from './small-server.ts';

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

describe('a token of the file', () => {
  it('gives the role of its line', async () => {
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
    ['the hash of one', bearer(line('a', 'editor', tokens.editor).split(':')[1] ?? '')],
    ['a line of the file', bearer(line('a', 'editor', tokens.editor).replaceAll(' ', ''))],
    ['two at once', { authorization: `Bearer ${tokens.reader}, Bearer ${tokens.editor}` }],
    ['cut', bearer(tokens.editor.slice(0, -1))],
    ['of 12,000 letters', bearer('x'.repeat(12_000))],
  ])('that is %s lets nobody read', async (_, headers) => {
    const { status, code, data } = await ask(await open(), headers);
    expect({ status, code, data }).toEqual({ status: 401, code: 'UNAUTHENTICATED', data: undefined });
  });

  it('that is wrong is refused where everybody may read, too', async () => {
    const app = await open({ auth: { ...file.auth, publicRead: true } });
    expect((await ask(app, {})).status).toBe(200);
    expect((await ask(app, { authorization: 'Basic abc' })).status).toBe(200);
    expect((await ask(app, bearer(wrong))).status).toBe(401);
    expect((await ask(app, {}, write)).status).toBe(401);
  });

  it('in one of several headers is refused, whichever counts', async () => {
    const app = await open();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const send = async (...headers: string[]) => {
      const socket = connect({ port, host: '127.0.0.1' });
      await once(socket, 'connect');
      const body = '{"query":"{ hello }"}';
      const head = ['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Connection: close'];
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

  it('is compared as a digest, whole, with that of each line, wherever it stands', () => {
    file.write(
      Array.from({ length: 20 }, (_, i) => line(`n${i}`, 'reader', i === 3 ? tokens.reader : `t${i}`)).join('\n'),
    );
    const { verify } = createTokenFileVerifier(file.path);
    const compare = vi.mocked(timingSafeEqual);
    for (const given of [tokens.reader, tokens.reader.slice(0, -1), 't19', 't0', wrong, '', 'x'.repeat(100_000)]) {
      compare.mockClear();
      verify(given);
      expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual(Array(20).fill([32, 32]));
    }
    compare.mockClear();
    const isToken = createTokenCheck(tokens.editor);
    expect([isToken(tokens.editor), isToken(wrong), isToken('')]).toEqual([true, false, false]);
    expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual(Array(3).fill([32, 32]));
  });
});

describe('the file', () => {
  it('may have comments, white space, a byte order mark and line ends of either kind', async () => {
    file.write(`\ufeff# a\r\n\r\n  ${line('a.b_c-1', 'reader', tokens.reader).replaceAll(' ', '\t ')}  \r\n   # b`);
    expect((await ask(await open(), bearer(tokens.reader))).status).toBe(200);
  });

  const right = line('desk', 'reader', tokens.reader);
  it.each<[string, string, string]>([
    ['nothing', '', ' must be a line for each token, such as npm run token makes, but got: "none"'],
    ['comments alone', '# a\n', ' must be a line for each token, such as npm run token makes, but got: "none"'],
    ['a token', `${right}\n${tokens.editor}`, ':2 must be a name, a role and a hash, but got: "1 of them"'],
    ['four words', `${right} x`, ':1 must be a name, a role and a hash, but got: "4 of them"'],
    ['a name in capitals', right.replace('desk', 'Desk'), ':1 must be a name of at most 40 of'],
    ['a token for a name', right.replace('desk', tokens.reader), 'but got: "… of 45"'],
    ['another role', right.replace('reader', 'admin'), ':1 must be a role, reader or editor, but got: "admin"'],
    ['a token for a role', right.replace('reader', wrong), ':1 must be a role, reader or editor, but got: "… of 38"'],
    [
      'a token for a hash',
      `desk reader ${tokens.reader}`,
      ':1 must be sha256: and 64 hexadecimal digits, but got: "… of 45"',
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
      ':3 must be a name and a hash of its own, but got: "as in line 1"',
    ],
    ['a token twice', `${right}\n${line('other', 'editor', tokens.reader)}`, ':2 must be a name and a hash of its own'],
  ])('of %s is refused at the start, with its line, and shows no token', async (_, content, message) => {
    file.write(content);
    const start = createSmallServer({ auth: file.auth });
    await expect(start).rejects.toMatchObject({ name: 'ConfigError' });
    await expect(start).rejects.toThrow(`AUTH_TOKENS: ${file.path}`);
    await expect(start).rejects.toThrow(message);
    const shown = await start.catch((error: Error) => error.message);
    for (const secret of [tokens.reader, tokens.editor, wrong]) expect(shown).not.toContain(secret);
  });

  it('that is not there is refused at the start', async () => {
    const start = createSmallServer({ auth: { ...file.auth, tokensFile: `${file.path}.not` } });
    await expect(start).rejects.toThrow(
      /^AUTH_TOKENS must be the path of a file that can be read, but got: ".*: ENOENT"$/,
    );
  });

  it('is read again when it is told so; a wrong one changes nothing', async () => {
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
      { level: 50, reason: `AUTH_TOKENS: ${file.path}:1 must be a name, a role and a hash, but got: "1 of them"` },
      { level: 30, msg: 'The files of tokens and keys were read again' },
    ]);
  });
});
