import { request } from 'undici';

const TIMEOUT_MS = 15_000;

/** One call of RabbitMQ's management API; the URL carries the credentials. A refusal is an error with its reason. */
export async function callManagementApi(
  apiUrl: string,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const { origin, username, password } = new URL(apiUrl);
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const response = await request(`${origin}${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    // Nothing stays open towards a broker that may be stopped the next moment.
    reset: true,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.body.text();
  if (response.statusCode >= 300) throw new Error(`RabbitMQ refused ${method} ${path}: ${response.statusCode} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
