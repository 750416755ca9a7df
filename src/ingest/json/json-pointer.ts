import { type Node, parseTree } from 'jsonc-parser';
import type { Fault } from './rejection.ts';

/** Escapes one reference token of a JSON pointer (RFC 6901, section 3). */
export function escapeToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Returns a function that finds the offset of a fault in `text`: of the value at its pointer, or of that value's key.
 * `text` must be a JSON value of bounded depth without white space around it. If a key is repeated, the last one
 * counts, as in `JSON.parse`. The text is parsed on the first call.
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
