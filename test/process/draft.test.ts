import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndedCommand } from '../support/command.ts';
import { createDesks, type Desks } from '../support/desk.ts';

let desks: Desks;

beforeAll(() => {
  desks = createDesks();
}, 120_000);
afterAll(() => desks?.remove());

const text = 'A roadside bomb killed three soldiers near Mosul, Iraq, on Monday.';
const key = 'sk-very-secret-0123456789';

function folderOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(desks.root, 'draft-'));
  writeFileSync(join(folder, 'text.txt'), content);
  return folder;
}

const draft = (cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<EndedCommand> =>
  desks.commands.run('draft', args, { cwd, env });
const day = ['--published', '2025-03-12'];

describe.concurrent('draft', { timeout: 120_000 }, () => {
  it('writes the article to standard output and what to check to standard error', async () => {
    const folder = folderOf(text);
    const { code, stdout, stderr } = await draft(folder, ['text.txt', ...day]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ text, incidents: [{ date: { edtf: '2025-03-10' } }] });
    expect(stderr).toMatch(/^There is no store, so no names are looked up\nTo check, least sure first:\n/);
    expect(stderr).toContain('2 locations, 0 actors, 1 incident, 0 statements');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('keeps what a person edited in --out, and what it drafted beside it', async () => {
    const folder = folderOf(text);
    const out = join(folder, 'mosul.json');
    expect((await draft(folder, ['text.txt', ...day, '--out', 'mosul.json'])).stdout).toContain('Wrote mosul.json');
    const article = JSON.parse(readFileSync(out, 'utf8'));
    expect(article.id).toBe('mosul');
    article.incidents[0].title = 'Bomb near Mosul';
    delete article.incidents[0].casualties;
    writeFileSync(out, JSON.stringify(article));
    expect((await draft(folder, ['text.txt', ...day, '--out', 'mosul.json'])).stdout).toContain('Updated mosul.json');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(article);
    expect(existsSync(`${out}.draft`)).toBe(true);
  });

  it('does not touch an article of another text', async () => {
    const folder = folderOf(text);
    const other = JSON.stringify({ id: 'other', published: '2025-03-12', text: 'Another text.' });
    writeFileSync(join(folder, 'other.json'), other);
    const { code, stderr } = await draft(folder, ['text.txt', ...day, '--out', 'other.json']);
    expect({ code, stderr }).toEqual({
      code: 65,
      stderr: 'other.json must be an article with the text that is drafted, but has another text\n',
    });
    expect(readFileSync(join(folder, 'other.json'), 'utf8')).toBe(other);
  });

  it.each([
    ['a missing text', ['none.txt', ...day], 66, 'none.txt does not exist'],
    ['no day', ['text.txt'], 2, "required option '--published <day>' not specified"],
    ['a day that does not exist', ['text.txt', '--published', '2025-02-30'], 2, 'It must be a calendar day'],
    ['a file that cannot be written', ['text.txt', ...day, '--out', 'none/a.json'], 73, 'cannot be written (ENOENT)'],
  ])('fails with %s', async (_, args, code, message) => {
    const ended = await draft(folderOf(text), args);
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code, stderr: expect.stringContaining(message) });
  });

  it('rejects a blank text, and bytes that are no UTF-8', async () => {
    expect(await draft(folderOf(' \n'), ['text.txt', ...day])).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('text must have words, but it is blank'),
    });
    expect(await draft(folderOf(Buffer.from([0xff, 0xfe])), ['text.txt', ...day])).toMatchObject({
      code: 65,
      stderr: 'text.txt must be UTF-8\n',
    });
  });

  it('says that a model cannot be reached, and does not show the key', async () => {
    const env = { DRAFT_URL: 'http://127.0.0.1:1/v1', DRAFT_MODEL: 'm', DRAFT_KEY: key };
    const { code, stdout, stderr } = await draft(folderOf(text), ['text.txt', ...day], env);
    expect(code).toBe(0);
    expect(stderr).toContain('The model at 127.0.0.1:1 cannot be reached');
    expect(stdout + stderr).not.toContain(key);
  });

  it('rejects a wrong setting of the model', async () => {
    const env = { DRAFT_URL: 'ftp://models.example', DRAFT_MODEL: 'm', DRAFT_KEY: key };
    const { code, stderr } = await draft(folderOf(text), ['text.txt', ...day], env);
    expect(code).toBe(78);
    expect(stderr).toMatch(/^DRAFT_URL must be an https address/);
  });
});
