import type { GraphQLFormattedError } from 'graphql';
import type { RequestPlugin } from '../unite-plugins.ts';

/**
 * Reports one wrong argument as one error. A field under many parents fails once for each of them, with the same message;
 * the response keeps the first of these errors, and `null` in every place.
 */
export const uniteArgumentErrors: RequestPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = firstOfEach(body.singleResult.errors);
      },
    };
  },
};

function firstOfEach(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const kept = new Map<unknown, GraphQLFormattedError>();
  for (const error of errors) {
    const { argument } = error.extensions ?? {};
    const fields = error.path?.filter((key) => typeof key === 'string');
    const key = argument === undefined ? error : JSON.stringify([argument, error.message, fields]);
    if (!kept.has(key)) kept.set(key, error);
  }
  return [...kept.values()];
}
