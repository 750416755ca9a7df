import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a fake model received. */
export interface ModelRequest {
  headers: IncomingHttpHeaders;
  body: { messages: { role: string; content: string }[]; [key: string]: unknown };
}

export interface FakeModel {
  url: string;
  requests: ModelRequest[];
  close(): Promise<void>;
}

/** Starts a server that answers each request by `respond`, which gets the number of the request, from 0. */
export async function startFakeModel(
  respond: (response: ServerResponse, count: number) => void,
  path = '/v1/chat/completions',
): Promise<FakeModel> {
  const requests: ModelRequest[] = [];
  const server = createServer((request, response) => {
    let content = '';
    request.on('data', (chunk) => {
      content += chunk;
    });
    request.on('end', () => {
      requests.push({ headers: request.headers, body: JSON.parse(content) });
      respond(response, requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers as a server of chat completions does. */
export function completion(response: ServerResponse, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }] }));
}
