import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../playground/gateway.ts';

describe('the built gateway', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway?.stop());

  it('drafts articles: the packages of names and towns find their files', { timeout: 30_000 }, async () => {
    const query = `{ draftArticle(text: "A bomb killed two people in Homs, Syria, on Monday.", published: "2024-01-04") {
      article } }`;
    const response = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data.draftArticle.article)).toContain('"country":"SY"');
  });
});
