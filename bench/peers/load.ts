import { Agent, request } from 'node:http';

/** Sends requests over connections that it keeps. */
export interface Load {
  /** Sends all bodies, a fixed number at a time. Returns the response times in ms, in any order. */
  sendAll(url: string, bodies: readonly string[]): Promise<number[]>;
  /** Sends one body and returns the response. */
  send(url: string, body: string): Promise<string>;
  close(): void;
}

export function createLoad(inFlight: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });

  function send(url: string, body: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200 && !text.includes('"errors":')) resolve(text);
          else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 1000)}`));
        });
      });
      // The server may close a kept connection just when a request is sent on it.
      sent.once('error', (error) => (sent.reusedSocket && isReset(error) ? resolve(send(url, body)) : reject(error)));
      sent.end(body);
    });
  }

  return {
    send,
    async sendAll(url, bodies) {
      const times: number[] = [];
      const left = bodies.values();
      const sendNext = async () => {
        for (const body of left) {
          const start = performance.now();
          await send(url, body);
          times.push(performance.now() - start);
        }
      };
      await Promise.all(Array.from({ length: inFlight }, sendNext));
      return times;
    },
    close: () => agent.destroy(),
  };
}

function isReset(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET';
}
