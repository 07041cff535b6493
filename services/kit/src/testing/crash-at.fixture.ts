// A process for crash-at.spec.ts: passes the named points in order and says each one it survived.
import process from 'node:process';
import { crashAt } from './crash-at.ts';

const [, , text = '', ...points] = process.argv;
const checkpoint = crashAt(text);
for (const point of points) {
  await checkpoint(point);
  process.stdout.write(`${point}\n`);
}
