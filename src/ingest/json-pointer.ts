import { type Node, parseTree } from 'jsonc-parser';
import type { Fault } from './refusal.ts';

/** One reference token of a JSON pointer (RFC 6901, section 3). */
export function escapeToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Finds where in `text`, which is a JSON value of bounded depth without space around it, a pointer's value stands, or its key. Of a key that stands
 * several times the last one is meant, as it is by `JSON.parse`. The text is parsed at the first question.
 */
export function createLocator(text: string): (fault: Pick<Fault, 'pointer' | 'atKey'>) => number {
  let root: Node | undefined;
  return ({ pointer, atKey }) => {
    if (pointer === '') return 0;
    root ??= parseTree(text);
    let node = root;
    for (const token of pointer.split('/').slice(1)) node = childAt(node, token) ?? node;
    if (!node) return 0;
    const key = atKey && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return (key ?? node).offset;
  };
}

function childAt(node: Node | undefined, token: string): Node | undefined {
  if (node?.type === 'array') return node.children?.[Number(token)];
  const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
  return node?.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
}
