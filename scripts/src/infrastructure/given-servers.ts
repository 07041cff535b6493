import { callManagementApi } from './rabbitmq-api.ts';

/** MongoDB and RabbitMQ that the user runs himself and names in the environment. */
export interface GivenServers {
  readonly mongoUrl: string | undefined;
  readonly rabbitUrl: string | undefined;
  readonly rabbitApiUrl: string | undefined;
}

const MANAGEMENT_PORT = '15672';

/**
 * `MONGO_URL` and `RABBITMQ_URL` with an administrator's login; `RABBITMQ_MANAGEMENT_URL` where the management
 * plugin is not at its usual port of the same host.
 */
export function givenServers(environment: Readonly<Record<string, string | undefined>>): GivenServers {
  const rabbitUrl = nonEmpty(environment['RABBITMQ_URL']);
  return {
    mongoUrl: nonEmpty(environment['MONGO_URL']),
    rabbitUrl,
    rabbitApiUrl: nonEmpty(environment['RABBITMQ_MANAGEMENT_URL']) ?? (rabbitUrl === undefined ? undefined : usualApiUrl(rabbitUrl)),
  };
}

/** The management API's URL when it answers with these credentials; users can be made only then. */
export async function reachableApi(apiUrl: string | undefined): Promise<string | undefined> {
  if (apiUrl === undefined) return undefined;
  return callManagementApi(apiUrl, 'GET', '/api/whoami').then(
    () => apiUrl,
    () => undefined,
  );
}

function usualApiUrl(rabbitUrl: string): string {
  const { protocol, username, password, hostname } = new URL(rabbitUrl);
  const login = username === '' ? 'guest:guest' : `${username}:${password}`;
  return `${protocol === 'amqps:' ? 'https' : 'http'}://${login}@${hostname}:${MANAGEMENT_PORT}`;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}
