import type { ApolloServerPlugin } from '@apollo/server';
import type { Access } from './access.ts';
import type { ServerContext } from './server-context.ts';

/** Lets mutations pass for editors alone. Decides once for an operation, before any of it is executed. */
export function authorizeWrites(access: Access): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { http } }) {
          if (operation?.operation === 'mutation') await access.admitEditor(http);
        },
      };
    },
  };
}
