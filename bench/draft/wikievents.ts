import { type AnnotatedText, jsonLines, partOf } from './annotated-text.ts';
import { isDemonym, isName, lowerWords } from './is-name.ts';
import { injured, killed } from './measures.ts';

interface Document {
  doc_id: string;
  text: string;
  tokens: string[];
  /** The tokens of each sentence, and its text. */
  sentences: [unknown, string][];
  entity_mentions: { id: string; start: number; end: number; sent_idx: number; entity_type: string; text: string }[];
  event_mentions: {
    event_type: string;
    trigger: { sent_idx: number };
    arguments: { entity_id: string; role: string; text: string }[];
  }[];
}

/** Reads the documents of WikiEvents. They give no day of publication, so dates are not judged. */
export async function* readWikiEvents(path: string): AsyncGenerator<AnnotatedText> {
  const documents: Document[] = [];
  for await (const line of jsonLines(path)) documents.push(line as Document);
  const lower = new Set(documents.flatMap(({ text }) => lowerWords(text)));
  for (const document of documents) {
    const { doc_id: id, entity_mentions: entities } = document;
    const named = (types: string) =>
      entities
        .filter(({ entity_type: type, text }) => types.includes(type) && isName(text, lower))
        .map(({ text }) => text);
    const places = named('GPE LOC FAC');
    const actors = named('PER ORG');
    yield {
      id,
      part: partOf(id),
      text: joined(document),
      published: '2020-12-31',
      places: { names: places.filter((name) => !isDemonym(name)), also: places },
      actors: { names: actors, also: [...actors, ...places] },
      ...tollsOf(document),
    };
  }
}

/** The text lacks the spaces between sentences, so it is made of them. */
function joined({ sentences }: Document): string {
  return sentences.map(([, sentence]) => sentence.trim()).join('\n');
}

const numbers: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
  },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, several: 3 },
};

function tollsOf({
  event_mentions: events,
  entity_mentions: entities,
  tokens,
}: Document): Pick<AnnotatedText, 'tolls' | 'tollsAlso'> {
  const tolls = new Map<string, NonNullable<AnnotatedText['tolls']>[number]>();
  const also: NonNullable<AnnotatedText['tollsAlso']> = [];
  for (const { event_type: type, arguments: roles } of events) {
    const kinds = type.startsWith('Life.Die') ? killed : type.startsWith('Life.Injure') ? injured : undefined;
    if (!kinds) continue;
    for (const { role, entity_id } of roles) {
      const victim = role === 'Victim' ? entities.find(({ id }) => id === entity_id) : undefined;
      if (!victim) continue;
      const count = countBefore(tokens, victim);
      if (count === undefined) also.push(kinds);
      else tolls.set(`${kinds} ${count}`, { kinds, count, isTotal: false });
    }
  }
  return { tolls: [...tolls.values()], tollsAlso: also };
}

/** The number that is the victim's head, or one of the four words before it with no mark or preposition between. */
function countBefore(tokens: readonly string[], { start, end }: { start: number; end: number }): number | undefined {
  for (let at = end - 1; at >= Math.max(0, start - 4); at--) {
    const token = (tokens[at] ?? '').toLowerCase();
    const value = /^\d{1,3}(?:,?\d{3})*$/.test(token) ? Number(token.replace(',', '')) : numbers[token];
    if (value !== undefined) return value;
    if (at < start && /^(?:[^\p{L}]+|of|in|on|at|by|and|the|with|from|for|to)$/u.test(token) && token !== '-')
      return undefined;
  }
  return undefined;
}
