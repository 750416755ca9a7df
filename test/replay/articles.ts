import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../../src/config/package-root.ts';
import type { Article } from '../../src/entities/article/article.ts';
import { formatRejection } from '../../src/ingest/json/rejection.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';

/** The article of the project, those annotated like it, those of `re3d`, and some of UCDP's. */
export function shippedArticles(): object[] {
  const file = (name: string) => readFileSync(join(packageRoot, 'seed', 'articles', name));
  const annotated = readdirSync(join(packageRoot, 'seed', 'articles', 'annotated')).filter((name) =>
    name.endsWith('.json'),
  );
  const lines = (text: string) => text.trimEnd().split('\n');
  return [
    file('us-troops-iraq-2023-11-12.json').toString('utf8'),
    ...annotated.map((name) => file(`annotated/${name}`).toString('utf8')),
    ...lines(file('imported/re3d-ten.ndjson').toString('utf8')),
    ...lines(gunzipSync(file('imported/ucdp-ged-global-sample.ndjson.gz')).toString('utf8')).slice(0, 40),
  ].map((text) => JSON.parse(text) as object);
}

/** Returns articles in canonical form; throws if one is rejected. */
export function parseAll(articles: readonly object[]): Article[] {
  const parsed = [...parseArticles({ file: 'world.json', bytes: Buffer.from(JSON.stringify(articles)) })];
  const rejections = parsed.flatMap((each) => each.rejections ?? []);
  if (rejections.length > 0) throw new Error(rejections.map(formatRejection).join('\n'));
  return parsed.flatMap(({ article }) => (article && 'text' in article ? [article] : []));
}
