import { type Answer, openTestGateway, type TestGateway } from '../support/gateway.ts';

export const ingestToken = 'a-token-of-an-editor-0123456789-abcdef';

/** A gateway with writes enabled, and requests with an editor's token. */
export interface EditorGateway extends TestGateway {
  /** Returns the data of the response; throws if it has errors. */
  edit(query: string, variables?: object): Promise<any>;
  /** Returns the whole response. */
  answerEditor(query: string, variables?: object): Promise<Answer>;
  /** Ingests an article whose JSON text is copied into the request unchanged. */
  ingestText(text: string): Promise<Answer>;
}

export const resultFields = `accepted changes { type created updated removed } skipped
  refusals { pointer line column expected found hint message }`;

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
