import type { WorldContext } from './context.ts';

/** An object of the world. Its class has the properties of its GraphQL type. */
export class Entity {
  readonly key: string;
  readonly #context: WorldContext;
  readonly #typeName: string;

  constructor(context: WorldContext, typeName: string, key: string, hasTypename = false) {
    this.#context = context;
    this.#typeName = typeName;
    this.key = key;
    if (hasTypename) Object.defineProperty(this, '__typename', { value: typeName });
  }

  static contextOf(entity: Entity): WorldContext {
    return entity.#context;
  }

  /** Returns the name of the entity's type, or undefined if the value is no entity. */
  static typeOf(value: unknown): string | undefined {
    return value instanceof Entity ? value.#typeName : undefined;
  }

  /** Returns how many entities a parent is below the root. A value that is no entity counts as one far below. */
  static depthOf(value: unknown): number {
    return value instanceof Entity ? Number.parseInt(value.key, 10) : Number.MAX_SAFE_INTEGER;
  }

  /** Returns a name for any value that may be a parent. */
  static keyOf(value: unknown): string {
    return value instanceof Entity ? `${value.#typeName} ${value.key}` : `(${typeof value} ${String(value)})`;
  }
}
