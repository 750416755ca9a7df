import { type ASTNode, type DocumentNode, Kind, parse, print, type Token, TokenKind, visit } from 'graphql';

/**
 * Adds the comments of `original` to `printed`, an edited version of it that was printed without comments.
 *
 * Comments at the top stay there. Every other comment stays with the definition or selection that it precedes, ends or
 * shares a line with. If a selection was removed, a comment on its own line moves to the enclosing selection or
 * definition. Comments of a removed definition are removed. If either text is not a valid document, only the comments
 * at the top are kept.
 */
export function keepComments(original: string, printed: string): string {
  const before = tryParse(original);
  const after = tryParse(printed);
  const merged = before && after ? insertComments(printed, findComments(before), after) : null;
  const isSame = merged !== null && print(tryParse(merged) ?? emptyDocument) === print(after ?? emptyDocument);
  return isSame ? merged : topComments(original) + printed;
}

interface Comment {
  text: string;
  /** The names of the definition and the selections that lead to the comment. */
  path: string[];
  place: 'top' | 'before' | 'beside' | 'end';
}

const emptyDocument: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

function tryParse(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function topComments(text: string): string {
  return /^(?:[ \t]*(?:#.*)?\n)*/.exec(text)?.[0] ?? '';
}

function findComments(document: DocumentNode): Comment[] {
  const anchors = findAnchors(document);
  const comments: Comment[] = [];
  for (let token = document.loc?.startToken ?? null; token; token = token.next) {
    if (token.kind === TokenKind.COMMENT) comments.push({ text: `#${token.value}`, ...findPlace(token, anchors) });
  }
  return comments;
}

function findPlace(comment: Token, anchors: Anchor[]): Pick<Comment, 'path' | 'place'> {
  if (anchors[0] && comment.start < anchors[0].start.start) return { path: [], place: 'top' };
  const beside = anchors.findLast(({ start }) => start.line === comment.line && start.start < comment.start);
  if (beside) return { path: beside.path, place: 'beside' };
  let next = comment.next;
  while (next?.kind === TokenKind.COMMENT) next = next.next;
  const before = anchors.find(({ start }) => start === next);
  if (before) return { path: before.path, place: 'before' };
  const ended = anchors.find(({ close }) => close === next);
  if (ended) return { path: ended.path, place: 'end' };
  const around = anchors.findLast(({ start, end }) => start.start < comment.start && comment.start < end.start);
  return around ? { path: around.path, place: 'before' } : { path: [], place: 'end' };
}

interface Anchor {
  path: string[];
  start: Token;
  end: Token;
  /** The brace that closes the node's selections. */
  close: Token | undefined;
}

/** Returns the definitions and selections of a document, from the top. */
function findAnchors(document: DocumentNode): Anchor[] {
  const anchors: Anchor[] = [];
  const path: string[] = [];
  visit(document, {
    enter(node) {
      const name = nameOf(node);
      if (name === null || !node.loc) return;
      const siblings = anchors.filter(
        (anchor) => anchor.path.length === path.length + 1 && startsWith(anchor.path, path),
      );
      const twins = siblings.filter((anchor) => anchor.path.at(-1)?.split(' #')[0] === name).length;
      path.push(twins ? `${name} #${twins}` : name);
      const close = 'selectionSet' in node ? node.selectionSet?.loc?.endToken : undefined;
      anchors.push({ path: [...path], start: node.loc.startToken, end: node.loc.endToken, close });
    },
    leave(node) {
      if (nameOf(node) !== null) path.pop();
    },
  });
  return anchors;
}

function nameOf(node: ASTNode): string | null {
  switch (node.kind) {
    // The explorer pane can rename an operation.
    case Kind.OPERATION_DEFINITION:
      return node.operation;
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`;
    case Kind.FIELD:
      return (node.alias ?? node.name).value;
    case Kind.FRAGMENT_SPREAD:
      return `...${node.name.value}`;
    case Kind.INLINE_FRAGMENT:
      return `... on ${node.typeCondition?.name.value}`;
    default:
      return null;
  }
}

function startsWith(path: string[], prefix: string[]): boolean {
  return prefix.every((name, index) => path[index] === name);
}

function insertComments(text: string, comments: Comment[], document: DocumentNode): string {
  const anchors = new Map(findAnchors(document).map((anchor) => [anchor.path.join('\n'), anchor]));
  const top: string[] = [];
  const lines = text.split('\n').map((line) => ({ line, above: [] as string[], beside: '' }));
  const bottom: string[] = [];
  for (const { text, path, place } of comments) {
    if (path.length === 0) {
      (place === 'top' ? top : bottom).push(text);
      continue;
    }
    const { anchor, isRemoved } = findSurvivor(path, anchors);
    if (!anchor || (place === 'beside' && isRemoved)) continue;
    const end = place === 'end' && !isRemoved ? anchor.close : undefined;
    const target = lines[(end ?? anchor.start).line - 1];
    if (place === 'beside' && target) target.beside += ` ${text}`;
    else target?.above.push(indentOf(target.line) + (end ? '  ' : '') + text);
  }
  return [...top, ...lines.flatMap(({ above, line, beside }) => [...above, line + beside]), ...bottom].join('\n');
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

/** Returns the anchor at `path`, or the innermost one around it that the edited document still has. */
function findSurvivor(
  path: string[],
  anchors: Map<string, Anchor>,
): { anchor?: Anchor | undefined; isRemoved: boolean } {
  for (let length = path.length; length > 0; length--) {
    const anchor = anchors.get(path.slice(0, length).join('\n'));
    if (anchor) return { anchor, isRemoved: length < path.length };
  }
  return { isRemoved: path.length > 0 };
}
