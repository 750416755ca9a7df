import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ArticleVersion } from './apply-versions.ts';
import { parseArticles } from './parse-articles.ts';
import { type ParsedArticle, refuseFile } from './parse-entry.ts';
import type { Refusal } from './refusal.ts';

/** What the files of one run hold. */
export interface SeedInput {
  accepted: AcceptedArticle[];
  /** How many articles stood there again, to the letter. */
  repeated: number;
  /** How many articles were refused. */
  refused: number;
  refusals: Refusal[];
  /** All, where `refusals` holds the first of each article. */
  refusalCount: number;
}

export interface AcceptedArticle {
  article: ArticleVersion;
  bytes: number;
}

type TakenArticle = AcceptedArticle & { file: string; line: number; column: number; pointer: string; hash: string };

/**
 * Reads the articles of some files. Two contents of one id and version are refused, both of them: to take either would
 * be to let the order of the files decide. `onFile` is told after each file how many are read.
 */
export function readSeedInput(files: readonly string[], onFile: (done: number) => void): SeedInput {
  const input: SeedInput = { accepted: [], repeated: 0, refused: 0, refusals: [], refusalCount: 0 };
  const taken = new Map<string, TakenArticle>();
  const disputed = new Set<string>();

  function take(key: string, arriving: TakenArticle): void {
    const standing = taken.get(key);
    if (!standing) {
      taken.set(key, arriving);
    } else if (disputed.has(key) || standing.hash !== arriving.hash) {
      if (!disputed.has(key)) dispute(standing, arriving);
      dispute(arriving, standing);
      disputed.add(key);
    } else {
      input.repeated++;
    }
  }

  function dispute({ article, file, line, column, pointer }: TakenArticle, other: TakenArticle): void {
    const expected = `the same as the article of this id and version at ${other.file}:${other.line}:${other.column}`;
    const found = `another content of ${JSON.stringify(article.id)}`;
    refuse([{ file, line, column, pointer, expected, found }], 1);
  }

  function refuse(refusals: readonly Refusal[], count: number): void {
    input.refusals.push(...refusals);
    input.refusalCount += count;
    input.refused++;
  }

  for (const [index, file] of files.entries()) {
    for (const parsed of parseFile(file)) {
      if (!parsed.article) {
        refuse(parsed.refusals, parsed.refusalCount);
        continue;
      }
      const { article, line, column, pointer } = parsed;
      const json = JSON.stringify(article);
      const hash = createHash('sha256').update(json).digest('base64');
      const key = `${article.id} ${article.version ?? ''}`;
      take(key, { article, bytes: json.length, file, line, column, pointer, hash });
    }
    onFile(index + 1);
  }
  input.accepted = [...taken].filter(([key]) => !disputed.has(key)).map(([, article]) => article);
  return input;
}

/** A file may be gone, or beyond what can be read at once, since it was found. */
function* parseFile(file: string): Generator<ParsedArticle> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    yield refuseFile(file, { pointer: '', expected: 'a file that can be read', found: code ?? message });
    return;
  }
  yield* parseArticles({ file, bytes });
}
