import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersAt, createGateways, type Gateways } from '../support/gateways.ts';

let gateways: Gateways;
const emptyFolder = () => gateways.emptyFolder();

beforeAll(() => {
  gateways = createGateways();
});
afterAll(() => gateways?.remove());

async function start(cwd: string, args: string[], env: Record<string, string>) {
  const command = gateways.start(env, args, cwd);
  return { command, url: `${await command.waitFor(answersAt)}/graphql` };
}

/** Uses a new connection, so that the workers take turns. */
async function ask(url: string, token?: string, query = '{ __typename }') {
  const headers = {
    'content-type': 'application/json',
    connection: 'close',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: response.status, ...((await response.json()) as any) };
}

function makeToken(...args: string[]) {
  const program = join(dirname(gateways.commands.files.gateway), 'server/auth/make-token.js');
  const stdout = execFileSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [token = '', line = ''] = stdout.trimEnd().split('\n');
  return { token, line };
}

describe('npm run token', () => {
  it('prints a new token of 256 bits, and its line for the token file', async () => {
    const [editor, reader] = [
      makeToken('--name', 'newsroom', '--role', 'editor'),
      makeToken('--name=desk', '--role=reader'),
    ];
    for (const { token } of [editor, reader]) expect(token).toMatch(/^ig_[\w-]{43}$/);
    expect(editor.token).not.toBe(reader.token);
    expect(editor.line).toMatch(/^newsroom editor sha256:[0-9a-f]{64}$/);

    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'tokens.txt'), `${editor.line}\n${reader.line}\n`);
    const { command, url } = await start(cwd, [], { AUTH: 'token', AUTH_TOKENS: 'tokens.txt', LOG_LEVEL: 'info' });
    const write = 'mutation { retractArticle(id: "nothing") { accepted } }';
    expect((await ask(url)).status).toBe(401);
    expect((await ask(url, reader.token)).status).toBe(200);
    expect((await ask(url, reader.token, write)).status).toBe(403);
    expect(await ask(url, editor.token, write)).toMatchObject({ data: { retractArticle: { accepted: true } } });
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    expect((await fetch(url, { headers: { accept: 'text/html' } })).headers.get('content-type')).toMatch(
      /^text\/html|plain/,
    );

    writeFileSync(join(cwd, 'tokens.txt'), `${reader.line}\n`);
    command.child.kill('SIGHUP');
    await expect.poll(async () => (await ask(url, editor.token)).status).toBe(401);
    expect((await ask(url, reader.token)).status).toBe(200);
    command.child.kill('SIGTERM');
    const { code, stderr } = await command.ended;
    expect(code).toBe(0);
    for (const { token } of [editor, reader]) expect(stderr).not.toContain(token);
    const entries = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const clients = entries.filter(({ status }) => status === 200).map(({ client }) => client);
    expect(new Set(clients.filter(Boolean))).toEqual(new Set(['desk', 'newsroom']));
  }, 60_000);

  it.each([
    [[]],
    [['--name', 'desk']],
    [['--role', 'editor']],
    [['--name', 'Desk', '--role', 'editor']],
    [['--name', 'desk', '--role', 'admin']],
    [['--name', 'desk', '--role', 'editor', 'more']],
    [['--nonsense']],
  ])('exits 2 for invalid arguments: %j', (args) => {
    try {
      makeToken(...args);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ status: 2, stdout: '' });
    }
  });
});

describe('a start', () => {
  it.each<[Record<string, string>, RegExp]>([
    [
      { HOST: '0.0.0.0', INGEST_TOKEN: 'x'.repeat(32) },
      /^AUTH must be token or jwt when HOST \(0\.0\.0\.0\) [^\n]*\n$/,
    ],
    [{ HOST: '0.0.0.0' }, /^ALLOWED_HOSTS must be the host names by which clients reach the gateway, [^\n]*\n$/],
    [{ ALLOWED_HOSTS: 'http://graph.example' }, /^ALLOWED_HOSTS must be comma-separated hosts [^\n]*\n$/],
    [{ AUTH: 'token', AUTH_TOKENS: 'nowhere.txt' }, /^AUTH_TOKENS must be [^\n]*ENOENT"\n$/],
    [{ AUTH: 'token', AUTH_TOKENS: 'wrong.txt' }, /^AUTH_TOKENS: wrong\.txt:1 must be [^\n]*\n$/],
    [
      { AUTH: 'jwt', AUTH_KEY_FILE: 'wrong.txt', AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b' },
      /^AUTH_KEY_FILE: wrong\.txt must be [^\n]*\n$/,
    ],
  ])(
    'with a wrong setting exits 78 with one line: %j',
    async (env, message) => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'wrong.txt'), 'secret-secret-secret\n');
      for (const args of [[], ['--workers', '2']]) {
        const { code, stdout, stderr } = await gateways.commands.run('gateway', args, {
          cwd,
          env: { PORT: '0', ...env },
        });
        expect({ code, listens: stdout.includes('listening') }).toEqual({ code: 78, listens: false });
        expect(stderr).toMatch(message);
        expect(stderr).not.toContain('secret-secret');
      }
    },
    60_000,
  );
});

describe('several workers', () => {
  it('share one budget per client, and reload the token file', async () => {
    const cwd = emptyFolder();
    const [one, other] = [makeToken('--name', 'a', '--role', 'reader'), makeToken('--name', 'b', '--role', 'reader')];
    writeFileSync(join(cwd, 'tokens.txt'), one.line);
    const settings = { AUTH: 'token', AUTH_TOKENS: 'tokens.txt', MAX_COST: '1000', COST_PER_MINUTE: '1000' };
    const { command, url } = await start(cwd, ['--workers', '2'], settings);
    writeFileSync(join(cwd, 'tokens.txt'), other.line);
    command.child.kill('SIGHUP');
    await expect
      .poll(async () => [await ask(url, other.token), await ask(url, other.token)].map(({ status }) => status))
      .toEqual([200, 200]);

    // Each request takes 12 of 1,000, of which 17 leak away in a second.
    const began = performance.now();
    let answered = 0;
    for (let i = 0; i < 200 && (await ask(url, other.token)).status === 200; i++) answered++;
    const leaked = ((performance.now() - began) / 60_000) * 1000;
    expect(answered).toBeLessThanOrEqual(Math.ceil((1000 + leaked) / 12));
    expect(answered).toBeGreaterThan(40);
    const { text } = await metrics(url);
    const byWorker = [...text.matchAll(/^incident_graph_requests_total\{.*outcome="ok",worker="(\d)"\} (\d+)$/gm)];
    expect(byWorker.filter(([, , count]) => Number(count) > 5)).toHaveLength(2);
    command.child.kill('SIGTERM');
    expect((await command.ended).code).toBe(0);
  }, 60_000);

  it('respond with 503 while the supervisor is stopped', async () => {
    const { command, url } = await start(emptyFolder(), ['--workers', '2'], {});
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    // On a busy machine, the supervisor may take too long for the first requests.
    await expect.poll(() => askOn(agent, url)).toBe(200);
    command.child.kill('SIGSTOP');
    try {
      for (let i = 0; i < 2; i++) expect(await askOn(agent, url)).toBe(503);
    } finally {
      command.child.kill('SIGCONT');
    }
    await expect.poll(() => askOn(agent, url)).toBe(200);
    agent.destroy();
    command.child.kill('SIGTERM');
    expect((await command.ended).code).toBe(0);
  }, 60_000);

  it('share one queue of clients with wrong tokens', async () => {
    const cwd = emptyFolder();
    const { token, line } = makeToken('--name', 'a', '--role', 'reader');
    writeFileSync(join(cwd, 'tokens.txt'), line);
    const { command, url } = await start(cwd, ['--workers', '2'], { AUTH: 'token', AUTH_TOKENS: 'tokens.txt' });
    // One process lets 7 wait; two that counted separately would let all 12 wait.
    const answers = Array.from({ length: 12 }, () => ask(url, 'wrong').catch(() => ({ status: 0 })));
    await Promise.any(answers.map(async (answer) => expect((await answer).status).toBe(429)));
    const right = await Promise.all([ask(url, token), ask(url, token)]);
    expect(right.map(({ status }) => status)).toEqual([429, 429]);
    command.child.kill('SIGKILL');
    await command.ended;
    await Promise.all(answers);
  }, 60_000);
});

/** Uses a kept-alive connection, so that one worker receives all requests. */
function askOn(agent: Agent, url: string): Promise<number | undefined> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    asking.on('error', reject).end(body);
  });
}

async function metrics(url: string): Promise<{ text: string }> {
  const response = await fetch(new URL('/metrics', url), { headers: { connection: 'close' } });
  return { text: await response.text() };
}
