import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { newSecrets } from '../infrastructure/secrets.ts';
import { environmentFile } from './environment-file.ts';

interface Service {
  image?: string;
  build?: { dockerfile: string; args: { WORKSPACE: string } };
  environment?: Record<string, string>;
  command?: string[];
}

interface ConfigModule {
  configSchema: {
    shape: Record<string, unknown>;
    safeParse(settings: object): { error?: { issues: { path: PropertyKey[]; message: string }[] } };
  };
}

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const processes = ['gateway', 'identity', 'ticketing', 'process', 'intimation', 'notification'];
const operator = { PUBLIC_URL: 'https://guiche.example', PORTAL_URL: 'https://portal.example', SMTP_URL: 'smtp://mail', MAIL_FROM: 'guiche@mail.example' };
const dotEnv = { ...parseEnv(environmentFile(newSecrets())), ...operator };

/** What a container gets: compose's `${NAME:?message}`, `${NAME:-default}` and `$$`. */
function interpolate(value: string): string {
  return value.replace(/\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name?: string, kind?: string, rest?: string) => {
    if (name === undefined) return '$';
    const known: string | undefined = (dotEnv as Record<string, string | undefined>)[name];
    if (known !== undefined && known !== '') return known;
    if (kind === '-') return rest ?? '';
    throw new Error(`${name} is not in .env`);
  });
}

function settingsOf(service: Service | undefined): Record<string, string> {
  const environment = Object.entries(service?.environment ?? {});
  return Object.fromEntries(environment.map(([name, value]) => [name, interpolate(value)]));
}

describe('docker-compose.yml', () => {
  it('holds MongoDB 7, RabbitMQ 4 and every process', () => {
    expect(compose.services['mongo']?.image).toBe('mongo:7');
    expect(compose.services['rabbitmq']?.image).toBe('rabbitmq:4-management');
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(processes));
  });

  it.each(processes)('gives %s every variable its configuration asks for, and no other', async (name) => {
    const service = compose.services[name];
    const workspace = service?.build?.args.WORKSPACE ?? '';
    const { configSchema } = (await import(join(root, workspace, 'src/config.ts'))) as ConfigModule;
    const settings = settingsOf(service);
    const { error } = configSchema.safeParse(settings);
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual([]);
    const known = Object.keys(configSchema.shape);
    expect(Object.keys(settings).filter((variable) => !known.includes(variable))).toEqual([]);
  });

  it('runs programs that exist', () => {
    for (const { build, command } of Object.values(compose.services)) {
      if (build === undefined) continue;
      expect(existsSync(join(root, build.dockerfile))).toBe(true);
      expect(existsSync(join(root, build.args.WORKSPACE, command?.[1] ?? 'src/main.ts'))).toBe(true);
    }
  });

  it('has no secret of its own and no default for one', () => {
    const secretive = /(PASSWORD|SECRET|KEY|KEYS|PASS|CREDENTIAL)$/;
    for (const service of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(service.environment ?? {})) {
        if (secretive.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
        expect(value).not.toMatch(/:\/\/[^:/]+:[^$@/]+@/);
      }
    }
    expect([...text.matchAll(/\$\{(\w+):-/g)].map(([, name]) => name)).not.toContainEqual(expect.stringMatching(secretive));
  });

  it('asks .env for nothing that `npm run environment` does not write', () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{(\w+):\?/g)].map(([, name]) => name);
    expect(Object.keys(dotEnv)).toEqual(expect.arrayContaining(asked));
  });
});
