/** A request that a reader may take along. */
export interface Request {
  query: string;
  variables: unknown;
}

/** The forms in which a request is copied, as the drawer names them. */
export const copyForms = {
  curl: { label: 'curl', write: asCurl },
  fetch: { label: 'fetch', write: asFetch },
  python: { label: 'Python', write: asPython },
  plain: { label: 'plain', write: asPlain },
} satisfies Record<string, { label: string; write(request: Request, origin: string): string }>;

/** A command for a POSIX shell. Within its single quotes only a single quote needs care. */
export function asCurl(request: Request, origin: string): string {
  return `curl ${shellQuoted(`${origin}/graphql`)} \\
  -H 'content-type: application/json' \\
  --data-raw ${shellQuoted(JSON.stringify(request))}`;
}

/** An ES module for browsers and Node.js. */
export function asFetch({ query, variables }: Request, origin: string): string {
  return `const query = ${templateLiteral(query)};

const response = await fetch(${JSON.stringify(`${origin}/graphql`)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: ${indented(JSON.stringify(variables, null, 2), '  ')} }),
});
console.log(JSON.stringify(await response.json(), null, 2));
`;
}

/** A script for Python 3, which needs its standard library alone. */
export function asPython({ query, variables }: Request, origin: string): string {
  return `import json
from urllib.request import Request, urlopen

query = ${pythonString(query)}

variables = json.loads(${pythonString(JSON.stringify(variables, null, 2))})

request = Request(
    ${JSON.stringify(`${origin}/graphql`)},
    json.dumps({"query": query, "variables": variables}).encode(),
    {"content-type": "application/json"},
)
with urlopen(request) as response:
    print(json.dumps(json.load(response), indent=2, ensure_ascii=False))
`;
}

/** The query, and below it its variables. */
function asPlain({ query, variables }: Request): string {
  return `${query}\n\n${JSON.stringify(variables, null, 2)}\n`;
}

/** The address of the playground with this query, on the same gateway. */
export function playgroundAddress({ query, variables }: Request): string {
  const text = encodeURIComponent(JSON.stringify(variables, null, 2));
  return `/graphql#query=${encodeURIComponent(query)}&variables=${text}`;
}

/** A generated document as its author wrote it: codegen indents the first line of each operation and fragment. */
export function readable(document: string): string {
  return document
    .trim()
    .replace(/^ +(?=(query|fragment) )/gm, '')
    .replace(/^(?=fragment )/gm, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function templateLiteral(text: string): string {
  return `\`${text.replace(/[`\\]|\$\{/g, (found) => `\\${found}`)}\``;
}

function pythonString(text: string): string {
  return `"""${text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').replace(/"$/, '\\"')}"""`;
}

function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}
