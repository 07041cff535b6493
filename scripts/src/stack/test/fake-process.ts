import { createServer } from 'node:http';

// Stands in for a service where only starting, stopping and settings matter.
const { PORT, HOST, TELL = 'nothing' } = process.env;
createServer((request, response) => {
  response.writeHead(request.url === '/health/ready' ? 200 : 404);
  response.end(TELL);
}).listen(Number(PORT), HOST);
process.on('SIGTERM', () => process.exit(TELL === 'stubborn' ? undefined : 0));
if (TELL === 'broken') throw new Error('cannot start like this');
