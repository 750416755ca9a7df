import { CommandError, fail } from '../errors.ts';
import { compileExpression, type Expression, type Vars } from '../expression/expression.ts';
import { addDependency, type Dependencies, type MutableDependencies } from '../values/dependencies.ts';
import { type Document, isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import type { Computation } from './stage.ts';

export interface Projection {
  apply(document: Document, vars: Vars): Document;
  /** The paths it reads; null for the whole document. */
  reads: Dependencies | null;
  /** Whether the result shows the order of fields in the document. */
  keepsOrder: boolean;
  /** The top-level fields that are computed regardless of the document's own. */
  makes: readonly string[];
  /** For a `$set` of top-level fields: what computes each of them. */
  computed?: readonly { name: string; value: Computation<Value> }[];
}

type Node =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'compute'; evaluate: Expression }
  | { kind: 'tree'; children: Tree };

type Tree = Map<string, Node>;

interface Context {
  variables: readonly string[];
  reads: MutableDependencies;
  all: boolean;
}

/** Compiles a non-empty projection: an inclusion with computed fields, or an exclusion. */
export function compileProjection(spec: Document, variables: readonly string[]): Projection {
  if (spec.size === 0) fail('Location51272', 'projection specification must have at least one field');
  const context: Context = { variables, reads: new Map(), all: false };
  const tree = buildTree(spec, context, '');
  const id = tree.get('_id');
  const kinds = kindsOf(new Map([...tree].filter(([name]) => name !== '_id')));
  const includes = kinds.has('include') || kinds.has('compute');
  if (includes && kinds.has('exclude')) fail('Location31254', 'Cannot do exclusion on a field in inclusion projection');
  const idIncludes = id !== undefined && id.kind !== 'exclude';
  if (!includes && !(idIncludes && kinds.size === 0)) {
    if (idIncludes) tree.delete('_id');
    return {
      apply: (document, vars) => exclude(document, tree, vars, document),
      reads: null,
      keepsOrder: true,
      makes: [],
    };
  }
  if (id === undefined) tree.set('_id', { kind: 'include' });
  else if (id.kind === 'exclude') tree.delete('_id');
  const included = includedPaths(tree);
  for (const path of included) addDependency(context.reads, path, 'value');
  return {
    apply: (document, vars) => include(document, tree, vars, document),
    reads: context.all ? null : context.reads,
    keepsOrder: included.filter((path) => path !== '_id').length > 1,
    makes: [],
  };
}

/** Compiles `$set` and `$addFields`. Each path is computed from the original document. */
export function compileSet(spec: Document, variables: readonly string[]): Projection {
  const context: Context = { variables, reads: new Map(), all: false };
  const tree: Tree = new Map();
  const parts: { name: string; value: Computation<Value> }[] = [];
  for (const [path, value] of spec) {
    const own: Context = { variables, reads: new Map(), all: false };
    const node = computed(value, own);
    setNode(tree, path, node, '');
    if (own.all) context.all = true;
    for (const [read, how] of own.reads) addDependency(context.reads, read, how);
    if (node.kind === 'compute')
      parts.push({ name: path, value: { evaluate: node.evaluate, reads: own.all ? null : own.reads } });
  }
  const isFlat = parts.length === spec.size && parts.every(({ name }) => !name.includes('.'));
  return {
    ...(isFlat && { computed: parts }),
    apply: (document, vars) => overlay(document, tree, vars, document),
    reads: context.all ? null : context.reads,
    keepsOrder: true,
    makes: [...tree].flatMap(([name, node]) => (node.kind === 'compute' ? [name] : [])),
  };
}

/** Compiles `$unset`. */
export function compileUnset(paths: string[]): Projection {
  const tree: Tree = new Map();
  for (const path of paths) setNode(tree, path, { kind: 'exclude' }, '');
  return {
    apply: (document, vars) => exclude(document, tree, vars, document),
    reads: null,
    keepsOrder: true,
    makes: [],
  };
}

/** A nested document of plain values sets the fields below; anything else is an expression. */
function computed(value: Value, context: Context): Node {
  if (isDocument(value) && value.size > 0 && ![...value.keys()].some((name) => name.startsWith('$'))) {
    const children: Tree = new Map();
    for (const [name, item] of value) setNode(children, name, computed(item, context), '');
    return { kind: 'tree', children };
  }
  return compute(value, context);
}

function compute(value: Value, context: Context): Node {
  const { evaluate, reads } = compileExpression(value, context.variables);
  if (reads === null) context.all = true;
  else for (const [path, read] of reads) addDependency(context.reads, path, read);
  return { kind: 'compute', evaluate };
}

function buildTree(spec: Document, context: Context, prefix: string): Tree {
  const tree: Tree = new Map();
  for (const [path, value] of spec) setNode(tree, path, parseNode(path, value, context, prefix), prefix);
  return tree;
}

function parseNode(path: string, value: Value, context: Context, prefix: string): Node {
  if (path.endsWith('.$')) fail('CommandNotSupported', 'The positional projection is not supported by this store');
  if (typeof value === 'boolean') return { kind: value ? 'include' : 'exclude' };
  if (isNumber(value)) return { kind: toNumber(value) !== 0 ? 'include' : 'exclude' };
  if (isDocument(value)) {
    const [first] = value.keys();
    if (first === undefined) fail('Location51270', 'An empty sub-projection is not a valid value');
    if (first === '$meta') fail('CommandNotSupported', '$meta is not supported by this store');
    if (!first.startsWith('$')) return { kind: 'tree', children: buildTree(value, context, `${prefix}${path}.`) };
  }
  return compute(value, context);
}

function setNode(tree: Tree, path: string, node: Node, prefix: string): void {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  if (name === '' || name.startsWith('$') || rest.includes(''))
    fail('Location16410', `FieldPath '${prefix}${path}' is invalid`);
  const present = tree.get(name);
  if (rest.length === 0) {
    if (present !== undefined) throw collision(prefix + path);
    tree.set(name, node);
  } else if (present === undefined) {
    const children: Tree = new Map();
    tree.set(name, { kind: 'tree', children });
    setNode(children, rest.join('.'), node, `${prefix}${name}.`);
  } else if (present.kind === 'tree') setNode(present.children, rest.join('.'), node, `${prefix}${name}.`);
  else throw collision(prefix + path);
}

function collision(path: string): CommandError {
  return new CommandError('Location31250', `Path collision at ${path}`);
}

/** The paths that are copied. A path with computed fields below is copied whole. */
function includedPaths(tree: Tree, prefix = ''): string[] {
  return [...tree].flatMap(([name, node]) => {
    if (node.kind === 'compute') return [];
    const isWhole = node.kind !== 'tree' || kindsOf(node.children).has('compute');
    return isWhole ? [prefix + name] : includedPaths(node.children, `${prefix}${name}.`);
  });
}

function kindsOf(tree: Tree): Set<Node['kind']> {
  const kinds = new Set<Node['kind']>();
  for (const node of tree.values()) {
    if (node.kind === 'tree') for (const kind of kindsOf(node.children)) kinds.add(kind);
    else kinds.add(node.kind);
  }
  return kinds;
}

function include(document: Document, tree: Tree, vars: Vars, root: Document): Document {
  const result: Document = new Map();
  for (const [name, value] of document) {
    const node = tree.get(name);
    if (node === undefined) continue;
    const kept = includeValue(value, node, vars, root);
    if (kept !== undefined) result.set(name, kept);
  }
  addComputed(result, document, tree, vars, root);
  return result;
}

/** Adds the computed fields last, in the order of the projection. */
function addComputed(result: Document, document: Document, tree: Tree, vars: Vars, root: Document): void {
  for (const [name, node] of tree) {
    if (node.kind === 'compute') {
      result.delete(name);
      const value = node.evaluate(root, vars);
      if (value !== undefined) result.set(name, value);
    } else if (node.kind === 'tree' && !document.has(name)) {
      const made = includeValue(undefined, node, vars, root);
      if (made !== undefined) result.set(name, made);
    }
  }
}

/** Where a field below is computed, replaces a value that is not a document by a document, in arrays too. */
function includeValue(value: Value, node: Node, vars: Vars, root: Document): Value {
  switch (node.kind) {
    case 'include':
      return value;
    case 'tree':
      if (isDocument(value)) return include(value, node.children, vars, root);
      if (Array.isArray(value))
        return value.map((item) => includeValue(item, node, vars, root)).filter((item) => item !== undefined);
      return kindsOf(node.children).has('compute') ? include(new Map(), node.children, vars, root) : undefined;
    default:
      return undefined;
  }
}

function exclude(document: Document, tree: Tree, vars: Vars, root: Document): Document {
  const result: Document = new Map();
  for (const [name, value] of document) {
    const node = tree.get(name);
    const kept = node === undefined ? value : excludeValue(value, node, vars, root);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

function excludeValue(value: Value, node: Node, vars: Vars, root: Document): Value {
  switch (node.kind) {
    case 'exclude':
      return undefined;
    case 'tree':
      if (isDocument(value)) return exclude(value, node.children, vars, root);
      return Array.isArray(value) ? value.map((item) => excludeValue(item, node, vars, root) ?? null) : value;
    default:
      return value;
  }
}

/**
 * Applies `$set`: replaces fields in place, adds new ones at the end, enters arrays, and creates documents on the way.
 */
function overlay(document: Document, tree: Tree, vars: Vars, root: Document): Document {
  const result: Document = new Map(document);
  for (const [name, node] of tree) {
    const value =
      node.kind === 'compute' ? node.evaluate(root, vars) : overlayTree(document.get(name), node, vars, root);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

function overlayTree(value: Value, node: Node, vars: Vars, root: Document): Value {
  if (node.kind !== 'tree') return value;
  if (Array.isArray(value)) return value.map((item) => overlayTree(item, node, vars, root));
  return overlay(isDocument(value) ? value : new Map(), node.children, vars, root);
}
