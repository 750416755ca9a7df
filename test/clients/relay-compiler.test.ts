import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSchema, type GraphQLObjectType, getNamedType, isInterfaceType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { type ClientProject, createClientProject } from './client-project.ts';
import { toldIncidents, whatIsSaid } from './told-incidents.ts';

let gateway: TestGateway;
let project: ClientProject;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(toldIncidents);
  project = createClientProject();
  project.write('relay.config.json', {
    schema: 'schema.graphql',
    src: 'src',
    artifactDirectory: 'artifacts',
    language: 'javascript',
    eagerEsModules: false,
  });
});
afterAll(async () => {
  project.remove();
  await gateway.close();
});

/** Compiles documents, each in a module with the given name. */
function compile(modules: Readonly<Record<string, string>>): { code: number | null; output: string } {
  for (const [name, document] of Object.entries(modules)) {
    project.write(`src/${name}.js`, `graphql\`${document}\`;`);
  }
  project.write('artifacts/.keep', '');
  return project.run('relay-compiler', ['relay.config.json']);
}

const require = createRequire(import.meta.url);
const artifact = (name: string) => require(join(project.folder, 'artifacts', `${name}.graphql`));

describe('relay-compiler', () => {
  it('compiles a refetchable connection, whose pages the gateway returns in both directions', async () => {
    const compiled = compile({
      IncidentScreen: `
        query IncidentScreenQuery {
          incident(id: "convoy") { id ...Statements }
        }`,
      Statements: `
        fragment Statements on Incident
        @refetchable(queryName: "StatementsPageQuery")
        @argumentDefinitions(
          first: { type: "Int", defaultValue: 4 } after: { type: "String" }
          last: { type: "Int" } before: { type: "String" }
        ) {
          statements(first: $first, after: $after, last: $last, before: $before, orderBy: [{ field: POSITION }])
            @connection(key: "Statements_statements") {
            edges { node { id text } }
          }
        }`,
    });
    expect(compiled).toEqual({ code: 0, output: expect.stringContaining('Compilation completed') });

    const { metadata } = artifact('Statements');
    expect(metadata.connection).toMatchObject([{ direction: 'bidirectional', path: ['statements'] }]);
    expect(metadata.refetch).toMatchObject({
      connection: {
        forward: { count: 'first', cursor: 'after' },
        backward: { count: 'last', cursor: 'before' },
        path: ['statements'],
      },
      fragmentPathInResult: ['node'],
      identifierInfo: { identifierField: 'id', identifierQueryVariableName: 'id' },
      operation: artifact('StatementsPageQuery'),
    });
    const page = artifact('StatementsPageQuery').params.text;
    expect(page).toContain('node(id: $id)');

    const { incident } = await gateway.ask(artifact('IncidentScreenQuery').params.text);
    const pages = [incident];
    while (pages.at(-1).statements.pageInfo.hasNextPage && pages.length < 4) {
      const after = pages.at(-1).statements.pageInfo.endCursor;
      pages.push((await gateway.ask(page, { id: incident.id, first: 4, after, last: null, before: null })).node);
    }
    expect(pages.map(texts)).toEqual([4, 8, 11].map((end, i) => whatIsSaid('convoy', end).slice(4 * i)));

    const before = pages[2].statements.pageInfo.startCursor;
    const back = { id: incident.id, first: null, after: null, last: 5, before };
    expect(texts((await gateway.ask(page, back)).node)).toEqual(whatIsSaid('convoy', 8).slice(3));
  });

  it('accepts every connection of every type', () => {
    const connections = allConnections().map((connection) => ({
      ...connection,
      name: `${connection.type}${connection.field.replace(/^./, (letter) => letter.toUpperCase())}`,
    }));
    expect(connections.length).toBeGreaterThan(20);
    const documents = connections.map(({ name, type, field, args }) => [
      name,
      `fragment ${name} on ${type}
      @refetchable(queryName: "${name}PageQuery")
      @argumentDefinitions(count: { type: "Int" }, cursor: { type: "String" }) {
        ${field}(first: $count, after: $cursor ${args}) @connection(key: "${name}_${field}") {
          edges { node { id } }
        }
      }`,
    ]);
    const compiled = compile(Object.fromEntries(documents));
    expect(compiled).toEqual({ code: 0, output: expect.stringContaining('Compilation completed') });
    for (const { name } of connections) expect(artifact(`${name}PageQuery`).params.operationKind).toBe('query');
  });
});

function texts({ statements }: any): string[] {
  return statements.edges.map(({ node }: any) => node.text);
}

/** Returns the connections of the query type and of all node types, with their required arguments. */
function allConnections(): { type: string; field: string; args: string }[] {
  const schema = buildSchema(project.read('schema.graphql'));
  const node = schema.getType('Node');
  const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
  return [schema.getQueryType() as GraphQLObjectType, ...nodes].flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => {
        const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "convoy"`);
        return { type: type.name, field: field.name, args: required.join(' ') };
      }),
  );
}
