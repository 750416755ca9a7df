import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphContext } from '../context.ts';
import { extendAnswer } from './answer-extensions.ts';

/** Tells in `extensions.store` of each answer what was asked of the document store for it. */
export const tellStoreUse: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        extendAnswer(response, { store: contextValue.store.use() });
      },
    };
  },
};
