import { type Answer, openTestGateway, type TestGateway } from '../support/gateway.ts';

export const ingestToken = 'a-token-of-an-editor-0123456789-abcdef';

/** A gateway with writing on, and an editor who has the token. */
export interface EditorGateway extends TestGateway {
  /** The data of a mutation's answer; throws when it has errors. */
  edit(query: string, variables?: object): Promise<any>;
  /** The whole answer. */
  answerEditor(query: string, variables?: object): Promise<Answer>;
  /** Ingests an article whose JSON text goes into the request as it is. */
  ingestText(text: string): Promise<Answer>;
}

export const resultFields = `accepted changes { type created updated removed } skipped
  refusals { pointer line column expected found message }`;

export async function openEditorGateway(): Promise<EditorGateway> {
  const gateway = await openTestGateway({ ingestToken });
  const post = async (payload: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ingestToken}` };
    const response = await gateway.app.inject({ method: 'POST', url: '/graphql', payload, headers });
    return { status: response.statusCode, ...response.json() };
  };
  const answerEditor = (query: string, variables?: object) => post(JSON.stringify({ query, variables }));
  return {
    ...gateway,
    answerEditor,
    async edit(query, variables) {
      const { data, errors } = await answerEditor(query, variables);
      if (errors) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`);
      return data;
    },
    ingestText(text) {
      const query = `mutation ($article: ArticleInput!) { ingestArticle(article: $article) { ${resultFields} } }`;
      return post(`{"query": ${JSON.stringify(query)}, "variables": {"other": 1, "article": ${text}\n}}`);
    },
  };
}
