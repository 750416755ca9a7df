import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldDefinition } from '../documents/field-definition.ts';

type Path = readonly (string | number)[];

/**
 * The types of the positions in a response. They follow from the document, because all fields of one response key have the
 * same shape. The exception: an object's field may be non-null where the selected interface's field is nullable.
 */
export class ResponseTypes {
  readonly #resolved = new Map<string, GraphQLOutputType>();
  readonly #types = new Map<string, GraphQLOutputType>();
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema;
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
    const root = schema.getRootType(operation.operation);
    if (root) this.#add(root, operation.selectionSet, '');
  }

  #add(parentType: GraphQLCompositeType, { selections }: SelectionSetNode, path: string): void {
    for (const node of selections)
      if (node.kind === Kind.FIELD) {
        const { type } = fieldDefinition(this.#schema, parentType, node.name.value);
        const key = `${path}.${(node.alias ?? node.name).value}`;
        this.#types.set(key, type);
        const inner = getNamedType(type);
        if (node.selectionSet && isCompositeType(inner)) this.#add(inner, node.selectionSet, key);
      } else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
        const named = fragment?.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
        if (fragment) this.#add(isCompositeType(named) ? named : parentType, fragment.selectionSet, path);
      }
  }

  /** Records the type of a field that was resolved. */
  record(path: Path, type: GraphQLOutputType): void {
    this.#resolved.set(path.join('.'), type);
  }

  /** Returns the type at a path. */
  at(path: Path): GraphQLOutputType {
    const key = path.map((step) => (typeof step === 'string' ? `.${step}` : '')).join('');
    let type = this.#resolved.get(fieldPath(path).join('.')) ?? this.#types.get(key);
    for (let i = path.length - 1; typeof path[i] === 'number'; i--) {
      const list = isNonNullType(type) ? type.ofType : type;
      type = isListType(list) ? list.ofType : undefined;
    }
    if (!type) throw new Error(`The document selects nothing at ${path.join('.')}`);
    return type;
  }

  /** Returns the path of the position that an error at a path makes null: the nearest nullable one, or the root. */
  nulledBy(path: Path): Path {
    let place = path;
    while (place.length > 0 && isNonNullType(this.at(place))) place = place.slice(0, -1);
    return place;
  }
}

/** Returns the path of the field that contains a position. */
export function fieldPath(path: Path): Path {
  return path.slice(0, path.findLastIndex((step) => typeof step === 'string') + 1);
}
