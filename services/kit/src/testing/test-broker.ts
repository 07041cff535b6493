import { randomBytes } from 'node:crypto';
import { testSetting } from './config.ts';

/** The management API of the broker, as much as tests ask of it. Its numbers can be some seconds old. */
export interface BrokerApi {
  /** One call; `{vhost}` in the path becomes the test's own. Throws unless the broker agrees. */
  request(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Names and depths of the queues of the test's vhost. */
  queues(): Promise<{ name: string; messages: number }[]>;
  /** Cuts every connection to the test's vhost, as a broker that restarts would; answers how many. */
  cutConnections(): Promise<number>;
}

/** A virtual host of its own on the real broker. */
export interface TestBroker {
  readonly url: string;
  readonly vhost: string;
  readonly api: BrokerApi;
  /** Removes the virtual host with all that is in it. */
  drop(): Promise<void>;
}

/** Makes a random virtual host by the management API at `TEST_RABBITMQ_API` for the user of `TEST_RABBITMQ_URL`. */
export async function testBroker(): Promise<TestBroker> {
  const vhost = `test-${randomBytes(8).toString('hex')}`;
  const url = new URL(testSetting('TEST_RABBITMQ_URL'));
  url.pathname = `/${vhost}`;
  const api = brokerApi(new URL(testSetting('TEST_RABBITMQ_API')), vhost);
  await api.request('PUT', '/api/vhosts/{vhost}', {});
  const everything = { configure: '.*', write: '.*', read: '.*' };
  await api.request('PUT', `/api/permissions/{vhost}/${url.username}`, everything);
  return {
    url: url.href,
    vhost,
    api,
    async drop() {
      await api.request('DELETE', '/api/vhosts/{vhost}');
    },
  };
}

function brokerApi(base: URL, vhost: string): BrokerApi {
  const credentials = `${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`;
  const headers = {
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    'content-type': 'application/json',
  };
  const request: BrokerApi['request'] = async (method, path, body) => {
    const answer = await fetch(new URL(path.replaceAll('{vhost}', vhost), base.origin), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    request,
    async queues() {
      const rows = (await request('GET', '/api/queues/{vhost}')) as { name: string; messages?: number }[];
      return rows.map(({ name, messages }) => ({ name, messages: messages ?? 0 }));
    },
    async cutConnections() {
      const open = (await request('GET', '/api/vhosts/{vhost}/connections')) as { name: string }[];
      for (const { name } of open) await request('DELETE', `/api/connections/${encodeURIComponent(name)}`);
      return open.length;
    },
  };
}
