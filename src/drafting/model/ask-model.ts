import type { JsonObject } from '../../ingest/json/json-object.ts';
import type { ModelConfig } from './model-config.ts';

/** A message to a model. Answers of the model are repeated to it as `assistant`. */
export interface ModelMessage {
  role: 'user' | 'assistant';
  content: string;
}

/** Asks a model and returns the JSON that it answers. Rejects with `ModelFault`. */
export type AskModel = (system: string, messages: readonly ModelMessage[], schema: JsonObject) => Promise<unknown>;

/** A model that does not answer as it should. The message never holds the key, nor anything that the server sent. */
export class ModelFault extends Error {}

/** More than any draft takes. */
const maxAnswerBytes = 4 * 2 ** 20;
const maxTokens = 16_000;

/**
 * Creates a client of an OpenAI-compatible or Anthropic server. It follows no redirects, which could carry the key
 * elsewhere, and waits `timeoutMs` for a whole answer.
 */
export function createModelClient(config: ModelConfig): AskModel {
  const { url, timeoutMs, api } = config;
  const where = `The model at ${url.host}`;
  return async (system, messages, schema) => {
    const { headers, body } =
      api === 'messages'
        ? anthropicRequest(config, system, messages, schema)
        : openaiRequest(config, system, messages, schema);
    const signal = AbortSignal.timeout(timeoutMs);
    let answer: string;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal,
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new ModelFault(`${where} redirects (${response.status}), which is not followed`);
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new ModelFault(`${where} answered with status ${response.status}`);
      }
      answer = await readAnswer(response, where);
    } catch (error) {
      if (error instanceof ModelFault) throw error;
      if (signal.aborted) throw new ModelFault(`${where} did not answer within ${timeoutMs} ms`);
      const { cause } = error as { cause?: NodeJS.ErrnoException };
      throw new ModelFault(`${where} cannot be reached${cause?.code ? ` (${cause.code})` : ''}`);
    }
    const content = contentOf(parseJson(answer), api);
    if (content === undefined) throw new ModelFault(`${where} did not answer with a JSON object of the schema`);
    return content;
  };
}

async function readAnswer(response: Response, where: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) throw new ModelFault(`${where} answered with more than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function openaiRequest(
  { model, key }: ModelConfig,
  system: string,
  messages: readonly ModelMessage[],
  schema: JsonObject,
): { headers: Record<string, string>; body: object } {
  return {
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    body: {
      model,
      messages: [{ role: 'system', content: system }, ...messages],
      response_format: { type: 'json_schema', json_schema: { name: 'draft', schema } },
    },
  };
}

function anthropicRequest(
  { model, key }: ModelConfig,
  system: string,
  messages: readonly ModelMessage[],
  schema: JsonObject,
): { headers: Record<string, string>; body: object } {
  return {
    headers: { 'anthropic-version': '2023-06-01', ...(key !== undefined && { 'x-api-key': key }) },
    body: {
      model,
      max_tokens: maxTokens,
      system,
      messages,
      tools: [{ name: 'draft', description: 'Takes the annotation of the text', input_schema: schema }],
      tool_choice: { type: 'tool', name: 'draft' },
    },
  };
}

/** Returns the JSON object that an answer carries; undefined if it carries none. */
function contentOf(answer: unknown, api: ModelConfig['api']): object | undefined {
  if (api === 'messages') {
    const { content } = (answer ?? {}) as { content?: unknown };
    const found = Array.isArray(content) ? content.find((each) => each?.type === 'tool_use')?.input : undefined;
    return isObject(found) ? found : undefined;
  }
  const { choices } = (answer ?? {}) as { choices?: unknown };
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  const found = typeof content === 'string' ? parseJson(content.replace(/^```(?:json)?\s*|\s*```$/g, '')) : content;
  return isObject(found) ? found : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
