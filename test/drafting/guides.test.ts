import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { emptyLookup } from '../../src/drafting/draft.ts';
import { draftArticle } from '../../src/drafting/draft-article.ts';
import { groundArticle } from '../../src/ingest/ground/ground-article.ts';
import { parseNdjsonLine } from '../../src/ingest/parse/parse-json.ts';

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8');
const blocks = (name: string, language: string) =>
  [...page(name).matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => block.trim());

describe('docs/annotating.md', () => {
  const [text = ''] = blocks('annotating.md', 'text');
  const json = blocks('annotating.md', 'json').at(-1) ?? '';

  it('ends with an article of its text that is accepted and has no warnings', () => {
    const { article, rejections } = parseNdjsonLine('annotating.md', { line: 1, content: Buffer.from(json) });
    expect(rejections).toBeUndefined();
    if (!article || 'retracted' in article) throw new Error('There is no article');
    expect(groundArticle(article)).toEqual([]);
    expect(article.text).toBe(text);
    expect(text.split('\n')).toHaveLength(10);
  });
});

describe('docs/drafting.md', () => {
  it('shows the draft that its text gets', async () => {
    const [text = ''] = blocks('drafting.md', 'text');
    const [shown = ''] = blocks('drafting.md', 'json');
    const { article } = await draftArticle({ text, published: '2025-03-12', id: 'mosul' }, emptyLookup);
    expect(JSON.parse(shown)).toEqual(article.incidents?.[0]);
  });
});
