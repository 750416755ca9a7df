import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';

/** Returns those that the parser accepts, in the form in which a seeder would write them. */
export function canonical(versions: readonly ArticleVersion[]): ArticleVersion[] {
  return versions.flatMap((version) => {
    const [parsed] = parseArticles({ file: 'a.json', bytes: Buffer.from(JSON.stringify(version)), lendsName: false });
    return parsed?.article ?? [];
  });
}
