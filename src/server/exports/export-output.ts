import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BrotliCompress, Gzip } from 'node:zlib';

/** The body of a response of unknown length. */
export interface Output {
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  /** Resolves once more can be written, so that a slow reader holds no memory; rejects if the client is gone. */
  write(text: string): Promise<void>;
  /** Completes the response. */
  end(text: string): void;
  /** Sends a last text and closes the connection, so that the client sees that the response is incomplete. */
  breakOff(text: string): Promise<void>;
}

/** A reset that arrives together with the last bytes can look like an ordinary end. */
const resetDelayMs = 100;

/** Opens the body of a response, compressed by `encoder`. Its head must have been written. `stallMs`: see `write`. */
export function openOutput(
  response: ServerResponse,
  encoder: Gzip | BrotliCompress | undefined,
  stallMs: number,
): Output {
  const signal = disconnectOf(response);
  encoder?.pipe(response);
  signal.addEventListener('abort', () => encoder?.destroy());
  const sink = encoder ?? response;

  return {
    signal,
    async write(text) {
      signal.throwIfAborted();
      if (text === '') return;
      const hasRoom = sink.write(text);
      encoder?.flush(); // the client should see each page, however long the next one takes
      if (hasRoom) return;
      response.socket?.setTimeout(stallMs);
      try {
        await once(sink, 'drain', { signal });
      } finally {
        response.socket?.setTimeout(0);
      }
    },
    end(text) {
      sink.end(text);
    },
    async breakOff(text) {
      if (signal.aborted) return;
      sink.write(text);
      if (encoder) await flush(encoder, response);
      await nextTurn(); // Node passes chunks to the socket at the end of a turn of the event loop
      const { socket } = response;
      if (!socket) return;
      socket.setTimeout(stallMs);
      if (response.req.httpVersion !== '1.0') return socket.destroySoon();
      // Without chunks, which HTTP/1.0 lacks, only a reset tells an incomplete body from a complete one.
      socket.write('', () => setTimeout(() => socket.resetAndDestroy(), resetDelayMs));
    },
  };
}

function disconnectOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  if (response.destroyed) controller.abort();
  return controller.signal;
}

/** Passes on all that an encoder holds. It stays incomplete. */
async function flush(encoder: Gzip | BrotliCompress, response: ServerResponse): Promise<void> {
  encoder.unpipe(response);
  await new Promise<void>((resolve) => encoder.flush(() => resolve()));
  for (let chunk = encoder.read(); chunk !== null; chunk = encoder.read()) response.write(chunk);
}
