import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** One server-sent event. */
export interface StreamEvent {
  id?: string;
  event: string;
  data: any;
}

/** A subscription over server-sent events, read by hand. */
export interface Stream {
  status: number;
  headers: Headers;
  /** The body of a response that is no stream. */
  body: any;
  /** Returns the next event; undefined at the end of the stream. Rejects after `ms`. */
  next(ms?: number): Promise<StreamEvent | undefined>;
  /** Returns the payload of the next event, by the only field of the subscription. */
  payload(): Promise<any>;
  /** Returns what comes within `ms`. */
  within(ms: number): Promise<StreamEvent[]>;
  close(): void;
}

/** Listens on a free port. Returns the URL of the API. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
}

export async function openStream(
  url: string,
  query: string,
  { variables, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Stream> {
  const controller = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: controller.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const body = isStream ? undefined : await response.json();
  const events = isStream && response.body ? eventsOf(response.body) : emptyEvents();
  // Begins to read at once: fetch cancels a body that nobody reads when its response is collected as garbage.
  let pending: Promise<IteratorResult<StreamEvent>> | undefined = events.next();
  pending.catch(() => undefined); // The caller of next() receives it.

  async function next(ms = 10_000): Promise<StreamEvent | undefined> {
    pending ??= events.next();
    const result = await Promise.race([pending, late(ms)]);
    if (result === 'late') throw new Error(`No event came within ${ms} ms`);
    pending = undefined;
    return result.done ? undefined : result.value;
  }

  return {
    status: response.status,
    headers: response.headers,
    body,
    next,
    async payload() {
      const event = await next();
      if (!event?.data?.data) throw new Error(`Expected a payload, but got: ${JSON.stringify(event ?? body)}`);
      return Object.values(event.data.data)[0];
    },
    async within(ms) {
      const until = performance.now() + ms;
      const found: StreamEvent[] = [];
      for (;;) {
        const event = await next(Math.max(1, until - performance.now())).catch(() => undefined);
        if (!event) return found;
        found.push(event);
      }
    },
    close: () => controller.abort(),
  };
}

function late(ms: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'late').unref());
}

async function* emptyEvents(): AsyncGenerator<StreamEvent> {}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = parse(text.slice(0, end));
        text = text.slice(end + 2);
        if (event) yield event;
      }
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}

function parse(block: string): StreamEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const event = fields.get('event');
  if (event === undefined) return undefined;
  const [id, data] = [fields.get('id'), fields.get('data')];
  return { event, ...(id !== undefined && { id }), data: data ? JSON.parse(data) : undefined };
}
