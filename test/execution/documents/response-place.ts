import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  print,
} from 'graphql';

interface Selected {
  parentType: GraphQLCompositeType;
  field: FieldNode;
  type: GraphQLOutputType;
}

/**
 * A place in the response: all fields that are selected there, by response key. Whatever it admits may be merged, by the
 * rule of the specification, "Field Selection Merging", or a stricter one.
 */
export class ResponsePlace {
  readonly #selected = new Map<string, Selected[]>();
  readonly #children = new Map<string, ResponsePlace>();

  admits(selected: Selected): boolean {
    const others = this.#selected.get(keyOf(selected.field)) ?? [];
    return others.every((other) => mayMerge(selected, other));
  }

  add(selected: Selected): void {
    const key = keyOf(selected.field);
    const others = this.#selected.get(key);
    if (others) others.push(selected);
    else this.#selected.set(key, [selected]);
  }

  /** Returns the place of the selections of a field. */
  child(field: FieldNode): ResponsePlace {
    const key = keyOf(field);
    let place = this.#children.get(key);
    if (!place) {
      place = new ResponsePlace();
      this.#children.set(key, place);
    }
    return place;
  }

  /** Returns the fields that were selected on a type. */
  on(parentType: GraphQLCompositeType): FieldNode[] {
    return [...this.#selected.values()].flatMap((all) =>
      all.filter((selected) => selected.parentType === parentType).map(({ field }) => field),
    );
  }
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function mayMerge(one: Selected, other: Selected): boolean {
  if (shapeOf(one.type) !== shapeOf(other.type)) return false;
  const exclude = isObjectType(one.parentType) && isObjectType(other.parentType) && one.parentType !== other.parentType;
  return exclude || callOf(one.field) === callOf(other.field);
}

function callOf({ name, arguments: args = [] }: FieldNode): string {
  return [name.value, ...args.map((argument) => print(argument)).sort()].join();
}

/** Returns a text that is equal for types that may stand under one response key: the names of objects do not count. */
function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  return isLeafType(named) ? String(type) : String(type).replace(named.name, '');
}
