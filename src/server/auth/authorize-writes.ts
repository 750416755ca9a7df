import type { RequestPlugin } from '../unite-plugins.ts';
import type { Authorizer } from './authorize.ts';

/** Rejects mutations of clients that are not editors. Checks once per operation, before it is executed. */
export function authorizeWrites(authorizer: Authorizer): RequestPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { http } }) {
          if (operation?.operation === 'mutation') await authorizer.authorizeWrite(http);
        },
      };
    },
  };
}
