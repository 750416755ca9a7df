type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Returns a copy of the object without its undefined properties. The order of keys is kept. */
export function omitAbsent<T extends object>(object: T): Present<T> {
  const present: Record<string, unknown> = {};
  for (const key in object) if (object[key] !== undefined) present[key] = object[key];
  return present as Present<T>;
}
