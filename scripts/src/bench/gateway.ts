// `npm run bench -- gateway`: our gateway, authentication on, against plain @apollo/gateway with
// startStandaloneServer, in turns, before the same subgraphs.
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { signAccessToken } from '@guiche/kit/auth';
import { serveJwks, testKeys } from '@guiche/kit/testing';
import autocannon from 'autocannon';
import { parse } from 'graphql';
import { describeMachine } from './machine.ts';

const issuer = 'https://guiche.test';
const rounds = 3;
const roundSeconds = 6;
const warmUpSeconds = 4;
const connections = 32;
/** As `npm start` starts the gateway: less memory, at the price of collecting it more often. Plain has Node's defaults. */
const ourFlags = ['--max-semi-space-size=4'];

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const schemas: Readonly<Record<string, string>> = {
  identity: `${link} type Query { me: Person } type Person @key(fields: "id") { id: ID! fullName: String! email: String }`,
  ticketing: `${link} type Query { tickets(first: Int): TicketConnection } type TicketConnection { edges: [TicketEdge!]! }
    type TicketEdge { node: Ticket! } type Ticket { id: ID! number: String! status: String! openedAt: String! requester: Person process: Process }
    type Person @key(fields: "id", resolvable: false) { id: ID! } type Process @key(fields: "id", resolvable: false) { id: ID! }`,
  process: `${link} type Query { processes: [Process!] } type Process @key(fields: "id") { id: ID! number: String! openedAt: String! kind: Kind! }
    type Kind { id: ID! label: String! }`,
};

const queue = `query Queue($first: Int!) { tickets(first: $first) { edges { node { id number status openedAt
  requester { fullName email } process { number openedAt kind { label } } } } } }`;

const cases = [
  { name: '1 fetch', body: { query: 'query Me { me { id fullName } }' }, target: 3 },
  { name: '3 fetches, 1 item', body: { query: queue, variables: { first: 1 } }, target: 3 },
  { name: '3 fetches, 10 items', body: { query: queue, variables: { first: 10 } }, target: 2 },
  { name: '3 fetches, 100 items', body: { query: queue, variables: { first: 100 } }, target: 1.3 },
] as const;

interface Measured {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** What one request costs the gateway's process; unlike the rest, hardly moved by what else the machine does. */
  readonly cpuMs: number;
}

const children: ChildProcess[] = [];
try {
  await main();
} finally {
  for (const child of children) if (child.connected) child.disconnect();
}

async function main(): Promise<void> {
  const keys = testKeys();
  const jwks = await serveJwks(keys.publicJwks);
  const { answer: urls } = await start<Record<string, string>>('subgraphs.ts');
  const supergraphSdl = compose(urls);
  const plain = await start<{ url: string }>('plain.ts', { supergraphSdl });
  const documents = cases.slice(0, 2).map(({ body }) => body.query);
  const ours = await start<{ url: string }>('ours.ts', { supergraphSdl, documents, settings: settings(urls, jwks.url) }, ourFlags);
  const token = signAccessToken({
    key: keys,
    issuer,
    principal: { kind: 'person', personId: '1', sessionId: 'bench' },
    clientId: 'bench',
    tokenId: 'bench',
    now: new Date(),
    lifetimeSeconds: 3_600,
  });
  const targets = {
    plain: { child: plain.child, url: plain.answer.url, headers: {} },
    ours: { child: ours.child, url: `${ours.answer.url}/graphql`, headers: { authorization: `Bearer ${token}` } },
  };

  console.log(describeMachine());
  console.log(`${connections} connections, ${rounds} rounds of ${roundSeconds} s each in turns, median of the rounds\n`);
  for (const { name, body, target } of cases) {
    const text = JSON.stringify(body);
    await assertSameAnswer(targets.plain, targets.ours, text);
    for (const each of Object.values(targets)) await measure(each, text, warmUpSeconds);
    const measured = { plain: [] as Measured[], ours: [] as Measured[] };
    for (let round = 0; round < rounds; round += 1) {
      measured.plain.push(await measure(targets.plain, text, roundSeconds));
      measured.ours.push(await measure(targets.ours, text, roundSeconds));
    }
    print(name, target, median(measured.plain), median(measured.ours));
  }
  await jwks.close();
}

function compose(urls: Readonly<Record<string, string>>): string {
  const services = Object.entries(schemas).map(([name, typeDefs]) => ({ name, url: `${urls[name] ?? ''}/graphql`, typeDefs: parse(typeDefs) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

function settings(urls: Readonly<Record<string, string>>, jwksUrl: string): Record<string, string> {
  const nobody = 'http://127.0.0.1:9';
  return {
    PORT: '0',
    INTERNAL_PORT: '0',
    GATEWAY_CREDENTIAL: randomUUID(),
    PUBLIC_URL: issuer,
    JWKS_URL: jwksUrl,
    TOKEN_ISSUER: issuer,
    IDENTITY_URL: urls['identity'] ?? '',
    TICKETING_URL: urls['ticketing'] ?? '',
    PROCESS_URL: urls['process'] ?? '',
    INTIMATION_URL: nobody,
    NOTIFICATION_URL: nobody,
  };
}

async function start<Answer>(file: string, message?: object, execArgv: readonly string[] = []): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = fork(join(import.meta.dirname, 'gateway', file), {
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' },
  });
  children.push(child);
  return { child, answer: await askChild<Answer>(child, message) };
}

async function askChild<Answer>(child: ChildProcess, message?: object | string): Promise<Answer> {
  const ended = new AbortController();
  const end = (): void => ended.abort(new Error('A process of the bench ended by itself'));
  child.once('exit', end);
  if (message !== undefined) child.send(message);
  const [answer] = (await once(child, 'message', { signal: ended.signal })) as [Answer];
  child.off('exit', end);
  return answer;
}

interface Target {
  readonly child: ChildProcess;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function measure({ child, url, headers }: Target, body: string, seconds: number): Promise<Measured> {
  const before = await askChild<number>(child, 'cpu');
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    connections,
    duration: seconds,
  });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${result.errors} errors, ${result.non2xx} refusals from ${url}`);
  const cpuMs = ((await askChild<number>(child, 'cpu')) - before) / 1_000 / result.requests.total;
  return { perSecond: result.requests.average, p99Ms: result.latency.p99, cpuMs };
}

async function assertSameAnswer(one: Target, other: Target, body: string): Promise<void> {
  const [first, second] = await Promise.all([one, other].map((target) => ask(target, body)));
  if (first === undefined || first !== second || first.includes('"errors"')) throw new Error(`Not the same answer:\n${first ?? ''}\n${second ?? ''}`);
}

async function ask({ url, headers }: Target, body: string): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return (await answer.text()).trim();
}

function median(measured: readonly Measured[]): Measured {
  const sorted = measured.toSorted((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

function print(name: string, target: number, plain: Measured, ours: Measured): void {
  const ratio = ours.perSecond / plain.perSecond;
  const faster = `x${ratio.toFixed(2)} (target ${target}${ratio >= target ? '' : ', MISSED'})`;
  const p99 = `p99 ${plain.p99Ms} -> ${ours.p99Ms} ms${ours.p99Ms <= plain.p99Ms ? '' : ' (WORSE)'}`;
  const cpu = `CPU ${plain.cpuMs.toFixed(3)} -> ${ours.cpuMs.toFixed(3)} ms/request (x${(plain.cpuMs / ours.cpuMs).toFixed(2)})`;
  console.log(`${name.padEnd(22)} ${plain.perSecond.toFixed(0).padStart(6)} -> ${ours.perSecond.toFixed(0).padStart(6)} requests/s  ${faster.padEnd(24)} ${p99.padEnd(24)} ${cpu}`);
}
