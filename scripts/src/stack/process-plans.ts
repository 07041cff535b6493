import { join } from 'node:path';
import type { Secrets } from '../infrastructure/secrets.ts';
import { SERVICE_NAMES } from '../infrastructure/service-names.ts';
import type { ServiceName } from '../infrastructure/service-names.ts';
import type { ServiceEndpoints } from '../infrastructure/service-endpoints.ts';

export const PROCESS_NAMES = [...SERVICE_NAMES, 'gateway'] as const;

export type ProcessName = (typeof PROCESS_NAMES)[number];

/** What listens: every process, and the gateway once more, for health and metrics. */
export const PORT_NAMES = [...PROCESS_NAMES, 'gatewayInternal'] as const;

export type Ports = Readonly<Record<(typeof PORT_NAMES)[number], number>>;

export const DEFAULT_PORTS: Ports = {
  gateway: 4000,
  gatewayInternal: 4006,
  identity: 4001,
  ticketing: 4002,
  process: 4003,
  intimation: 4004,
  notification: 4005,
};

export type Environment = Readonly<Record<string, string>>;

/** One of the six processes: what to run, and with which settings. */
export interface ProcessPlan {
  readonly name: ProcessName;
  readonly entry: string;
  readonly environment: Environment;
  readonly url: string;
  /** Where its health and metrics are. */
  readonly internalUrl: string;
}

export interface PlanInput {
  readonly root: string;
  readonly ports: Ports;
  readonly endpoints: Readonly<Record<ServiceName, ServiceEndpoints>>;
  readonly secrets: Secrets;
  readonly signingKeysFile: string;
  readonly smtpUrl: string;
  readonly logLevel: string;
}

export function planProcesses(input: PlanInput): Record<ProcessName, ProcessPlan> {
  const plans = PROCESS_NAMES.map((name): [ProcessName, ProcessPlan] => [
    name,
    {
      name,
      entry: join(input.root, name === 'gateway' ? 'gateway' : join('services', name), 'src', 'main.ts'),
      environment: name === 'gateway' ? gatewayEnvironment(input) : serviceEnvironment(name, input),
      url: urlOf(name, input),
      internalUrl: urlOf(name === 'gateway' ? 'gatewayInternal' : name, input),
    },
  ]);
  return Object.fromEntries(plans) as Record<ProcessName, ProcessPlan>;
}

function serviceEnvironment(name: ServiceName, input: PlanInput): Environment {
  const { endpoints, secrets } = input;
  return {
    ...everywhere(name, input),
    MONGO_URL: endpoints[name].mongoUrl,
    RABBITMQ_URL: endpoints[name].rabbitUrl,
    SECRET: secrets.services[name].secret,
    ...ownSettings(name, input),
  };
}

function ownSettings(name: ServiceName, input: PlanInput): Environment {
  switch (name) {
    case 'identity':
      return { SIGNING_KEYS_FILE: input.signingKeysFile };
    case 'process':
      return { TICKETING_URL: urlOf('ticketing', input), IDENTITY_URL: urlOf('identity', input) };
    case 'notification':
      return { SMTP_URL: input.smtpUrl, MAIL_FROM: 'Guichê <nao-responda@guiche.test>', PORTAL_URL: urlOf('gateway', input) };
    case 'ticketing':
    case 'intimation':
      return {};
  }
}

function gatewayEnvironment(input: PlanInput): Environment {
  const subgraphs = SERVICE_NAMES.map((name) => [`${name.toUpperCase()}_URL`, urlOf(name, input)]);
  const internal = { INTERNAL_PORT: String(input.ports.gatewayInternal) };
  return { ...everywhere('gateway', input), ...internal, ...(Object.fromEntries(subgraphs) as Environment) };
}

function everywhere(name: ProcessName, input: PlanInput): Environment {
  const publicUrl = urlOf('gateway', input);
  return {
    PORT: String(input.ports[name]),
    HOST: '127.0.0.1',
    GATEWAY_CREDENTIAL: input.secrets.gatewayCredential,
    PUBLIC_URL: publicUrl,
    JWKS_URL: `${urlOf('identity', input)}/.well-known/jwks.json`,
    TOKEN_ISSUER: publicUrl,
    LOG_LEVEL: input.logLevel,
  };
}

function urlOf(name: keyof Ports, { ports }: PlanInput): string {
  return `http://127.0.0.1:${ports[name]}`;
}
