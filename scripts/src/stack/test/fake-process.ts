import { createServer } from 'node:http';

// Stands in for a service where only starting, stopping and settings matter.
const { PORT, INTERNAL_PORT = PORT, HOST, TELL = 'nothing' } = process.env;
for (const port of new Set([PORT, INTERNAL_PORT])) {
  createServer((request, response) => {
    response.writeHead(request.url === '/health/ready' && port === INTERNAL_PORT ? 200 : 404);
    response.end(TELL);
  }).listen(Number(port), HOST);
}
process.on('SIGTERM', () => process.exit(TELL === 'stubborn' ? undefined : 0));
if (TELL === 'broken') throw new Error('cannot start like this');
