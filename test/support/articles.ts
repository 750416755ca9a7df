/** Returns an article with the required fields, and those that a test sets. */
export function article(id: string, content: object = {}): { id: string } & Record<string, unknown> {
  return { id, published: '2023-11-12', text: `What ${id} says.`, ...content };
}

export function incident(id: string, content: object = {}): { id: string } & Record<string, unknown> {
  return { id, title: `The title of ${id}`, ...content };
}

export function named(id: string, content: object = {}): { id: string } & Record<string, unknown> {
  return { id, name: `The name of ${id}`, ...content };
}
