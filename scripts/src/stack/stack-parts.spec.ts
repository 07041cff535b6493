import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../infrastructure/local-folder.ts';
import { newSecrets } from '../infrastructure/secrets.ts';
import { serviceEndpoints } from '../infrastructure/service-endpoints.ts';
import { DEFAULT_TENANCY, SERVICE_NAMES } from '../infrastructure/service-names.ts';
import { newClosers } from './closers.ts';
import { readableLogLine } from './log-line.ts';
import { DEFAULT_PORTS, PROCESS_NAMES, planProcesses } from './process-plans.ts';
import { countFrom } from './run-jest.ts';
import { alreadyRunningText, readyText } from './start-texts.ts';
import { needsInfrastructure, parseSelection, summaryOf } from './test-run.ts';

interface ConfigModule {
  readonly configSchema: {
    readonly shape: Record<string, unknown>;
    safeParse(settings: object): { readonly error?: { readonly issues: readonly { readonly message: string }[] } };
  };
}

describe('settings of the six processes', () => {
  const secrets = newSecrets();
  const administration = { mongoUrl: 'mongodb://root:root-secret@h:1', rabbitUrl: 'amqp://root:root-secret@h:2', rabbitApiUrl: 'http://r:s@h:3' };
  const plans = planProcesses({
    root: '/repo',
    ports: DEFAULT_PORTS,
    endpoints: serviceEndpoints(administration, DEFAULT_TENANCY, secrets),
    secrets,
    signingKeysFile: '/repo/.guiche/keys.json',
    smtpUrl: 'smtp://127.0.0.1:4025',
    logLevel: 'info',
  });

  it.each(SERVICE_NAMES)('%s gets its own secrets and nobody else\'s, least of all the administrator\'s', (name) => {
    const given = JSON.stringify(plans[name].environment);
    expect(given).not.toContain('root-secret');
    for (const other of SERVICE_NAMES) {
      for (const secret of Object.values(secrets.services[other])) expect(given.includes(secret)).toBe(other === name);
    }
  });

  it('the gateway gets no database, no broker and no service\'s secret', () => {
    expect(Object.keys(plans.gateway.environment)).not.toEqual(expect.arrayContaining(['SECRET']));
    expect(JSON.stringify(plans.gateway.environment)).not.toMatch(/mongodb:|amqp:/);
  });

  it.each(PROCESS_NAMES)('%s gets every setting its configuration asks for, and no other', async (name) => {
    const workspace = name === 'gateway' ? 'gateway' : `services/${name}`;
    const { configSchema } = (await import(join(findProjectRoot(), workspace, 'src', 'config.ts'))) as ConfigModule;
    const { environment } = plans[name];
    expect(configSchema.safeParse(environment).error?.issues ?? []).toEqual([]);
    expect(Object.keys(environment).filter((setting) => !(setting in configSchema.shape))).toEqual([]);
  });

  it('only identity learns where the signing keys are', () => {
    const knowing = Object.values(plans).filter(({ environment }) => 'SIGNING_KEYS_FILE' in environment);
    expect(knowing.map(({ name }) => name)).toEqual(['identity']);
  });
});

describe('npm test', () => {
  it('runs everything unless told otherwise', () => {
    expect(parseSelection([])).toEqual({ parts: ['checks', 'unit', 'int', 'e2e'], patterns: [] });
    expect(parseSelection(['--only', 'int', 'services/identity'])).toEqual({ parts: ['int'], patterns: ['services/identity'] });
    expect(parseSelection(['deadline'])).toEqual({ parts: ['unit', 'int', 'e2e'], patterns: ['deadline'] });
    expect(() => parseSelection(['--only', 'all'])).toThrow('--only takes one of');
    expect(needsInfrastructure(parseSelection(['--only', 'checks', '--only', 'unit']))).toBe(false);
  });

  it('counts a file that does not load, a run without a report, and a silent failure as failed', () => {
    const report = (failed: number, broken: number) =>
      JSON.stringify({ numPassedTests: 3, numFailedTests: failed, numRuntimeErrorTestSuites: broken });
    expect(countFrom(report(0, 0), 0)).toEqual({ passed: 3, failed: 0 });
    expect(countFrom(report(1, 1), 1)).toEqual({ passed: 3, failed: 2 });
    expect(countFrom(report(0, 0), 1)).toEqual({ passed: 3, failed: 1 });
    expect(countFrom('', 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('succeeds only when something passed and nothing failed', () => {
    expect(summaryOf([{ passed: 2, failed: 0 }, { passed: 1, failed: 1 }])).toEqual({ line: '3 passed, 1 failed', succeeded: false });
    expect(summaryOf([]).succeeded).toBe(false);
    expect(summaryOf([{ passed: 1, failed: 0 }]).succeeded).toBe(true);
  });
});

describe('what is opened', () => {
  it('is closed in the opposite order, also what comes after one that fails', async () => {
    const closed: string[] = [];
    const closers = newClosers();
    closers.add('first', async () => closed.push('first'));
    closers.add('bad', () => Promise.reject(new Error('stuck')));
    closers.add('last', async () => closed.push('last'));
    expect((await closers.closeAll()).map(({ message }) => message)).toEqual(['bad could not be closed']);
    expect(closed).toEqual(['last', 'first']);
  });
});

describe('what people read', () => {
  it('a JSON log line becomes one readable line, with the stack of an error under it', () => {
    const line = JSON.stringify({ level: 'warn', time: '2026-11-21T09:10:11.123Z', service: 'identity', msg: 'slow', correlationId: 'c1', err: { stack: 'Error: x\nat y' } });
    expect(readableLogLine(line, 'identity')).toBe('09:10:11.123 WARN  identity     slow correlationId=c1\n    Error: x\n    at y');
    expect(readableLogLine('Segmentation fault', 'identity')).toBe('identity     Segmentation fault');
    expect(readableLogLine('{broken', 'identity')).toBe('identity     {broken');
  });

  it('the end of a start shows addresses, logins by role, and a query to copy', () => {
    const text = readyText({ graphUrl: 'http://g/graphql', mailboxUrl: 'http://m', logins: [{ role: 'clerk', login: 'ana', password: 'p' }], seconds: 3.21 });
    expect(text).toContain('ready after 3.2 s');
    expect(text).toMatch(/clerk +ana +p/);
    expect(text).toContain("curl -s http://g/graphql -H 'content-type: application/json' -d '{\"query\":");
  });

  it('a second start says who runs already, and where', () => {
    const running = { launcher: { pid: 42, startedAt: '1' }, children: [], urls: { graph: 'http://g', mailbox: 'http://m' } };
    expect(alreadyRunningText(running)).toBe('Guichê is running already (process 42): graph http://g, mailbox http://m. Ctrl-C there stops it.');
  });
});
