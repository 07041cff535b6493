// Child of the gateway bench: three subgraphs that cost next to nothing, so that what is measured is the gateway.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface GraphqlBody {
  readonly variables: { readonly first?: number; readonly representations?: readonly { readonly id: string }[] };
}

const answers: Readonly<Record<string, (variables: GraphqlBody['variables']) => object>> = {
  identity: ({ representations }) =>
    representations === undefined
      ? { me: { id: '1', fullName: 'Ana Pereira' } }
      : { _entities: representations.map(({ id }) => ({ fullName: `Pessoa ${id}`, email: `pessoa-${id}@guiche.test` })) },
  ticketing: ({ first = 1 }) => ({ tickets: { edges: Array.from({ length: first }, (_, index) => ({ node: ticket(index) })) } }),
  process: ({ representations = [] }) => ({
    _entities: representations.map(({ id }) => ({ number: `PMC.2026.${id}`, kind: { id: 'accreditation', label: 'Credenciamento' }, openedAt: '2026-03-18T12:00:00Z' })),
  }),
};

function ticket(index: number): object {
  const id = createHash('sha256').update(String(index)).digest('hex').slice(0, 32);
  return {
    __typename: 'Ticket',
    id,
    number: `2026-${String(index).padStart(6, '0')}`,
    status: 'SOLVED',
    openedAt: '2026-03-18T12:00:00Z',
    // As in a queue: each process is one of its own, people repeat.
    requester: { __typename: 'Person', id: String(index % 50) },
    process: { __typename: 'Process', id },
  };
}

async function serve(name: string): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as GraphqlBody;
        const body = JSON.stringify({ data: answers[name]?.(variables ?? {}) });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
      });
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const names = Object.keys(answers);
const urls = await Promise.all(names.map(serve));
process.send?.(Object.fromEntries(names.map((name, index) => [name, urls[index]])));
process.on('disconnect', () => process.exit(0));
