import { extendAnswer } from '../answer-extensions.ts';
import type { RequestPlugin } from '../unite-plugins.ts';

/** Reports the store commands of each response in `extensions.store`. */
export const storeDebugPlugin: RequestPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        extendAnswer(response, { store: contextValue.store.use() });
      },
    };
  },
};
