import type { GraphiQLProps } from 'graphiql';

/** Sends an operation to the address that the page came from. A refusal is JSON too, and shown as it came. */
export const fetcher: GraphiQLProps['fetcher'] = async (operation, options) => {
  const response = await fetch(window.location.pathname, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...options?.headers },
    body: JSON.stringify(operation),
  });
  return response.json();
};
