import type { ArticleDocument, IncidentDocument } from './documents.ts';

/** Returns the ids of an incident's weapons or casualties, by their methods or kinds. Repeated ones are numbered from 1. */
export function numberedIds(incident: string, list: string, keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return `Incident:${incident}/${list}/${key}${number === 0 ? '' : `/${number}`}`;
  });
}

export function participantId(incident: string, { role, actor }: { role: string; actor: string }): string {
  return `Incident:${incident}/participants/${role}/${actor}`;
}

export function linkId(incident: string, link: NonNullable<IncidentDocument['links']>[number]): string {
  return `Incident:${incident}/links/${link.type}/${link.incident}`;
}

/** Returns the first quotes that support an incident itself, in the order of the articles and of their texts. */
export function evidenceIn(articles: readonly ArticleDocument[], key: string, first: number) {
  const evidence: { id: string; claim: string; quote: string; start: number; end: number }[] = [];
  for (const article of articles) {
    for (const { key: supported, quote, start } of article.spans) {
      if (supported !== key) continue;
      if (evidence.length === first) return evidence;
      const end = start + quote.length;
      evidence.push({ id: `Article:${article._id}/evidence/${start}-${end}/${key}`, claim: '', quote, start, end });
    }
  }
  return evidence;
}
