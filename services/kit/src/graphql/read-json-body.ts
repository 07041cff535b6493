import type { IncomingMessage } from 'node:http';
import { defineErrors } from '../errors/index.ts';
import { bodyErrors } from '../lifecycle/index.ts';

export const jsonErrors = defineErrors({
  BODY_NOT_JSON: {
    kind: 'invalid',
    pt: 'O corpo do pedido deve ser um objeto JSON, com content-type application/json.',
    en: 'The request body must be a JSON object, with content-type application/json.',
  },
});

/** Reads a JSON object of at most `limitBytes`. Throws `BODY_TOO_LARGE` or `BODY_NOT_JSON`; multipart is refused. */
export async function readJsonBody(request: IncomingMessage, limitBytes: number): Promise<object> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/graphql+json') throw jsonErrors.BODY_NOT_JSON();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw bodyErrors.BODY_TOO_LARGE({ limitBytes });
    chunks.push(chunk);
  }
  const body = parseJson(Buffer.concat(chunks).toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw jsonErrors.BODY_NOT_JSON();
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
