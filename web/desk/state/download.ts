import { writeArticle } from '../model/write-article.ts';
import { nextVersion } from './check.ts';
import { isUnpublished, type Work } from './desk.ts';

/** Saves the article as a file that `npm run seed` takes. */
export function downloadArticle(now: Work): void {
  const version = isUnpublished(now) ? nextVersion(now) : now.base?.version;
  saveText(`${now.article.id || 'article'}.json`, `${JSON.stringify(writeArticle(now.article, version), null, 2)}\n`);
}

/** Saves a text as a file of this name. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
