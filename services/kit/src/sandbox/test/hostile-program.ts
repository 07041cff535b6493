import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { serveSandbox } from '../serve-sandbox.ts';

// Does what a document could make a careless parser do.
const hoard: unknown[] = [];

serveSandbox(async ({ task, source, output }) => {
  switch (task) {
    case 'pid':
      return process.pid;
    case 'copy': {
      const bytes = await readFile(source);
      await writeFile(output, bytes);
      return bytes.length;
    }
    case 'spin':
      for (;;) hoard.length = 0;
    case 'fill the heap':
      for (;;) hoard.push({ again: [hoard.length] });
    case 'fill buffers':
      for (;;) hoard.push(Buffer.alloc(8_000_000, 1));
    case 'environment':
      return Object.keys(process.env);
    case 'read elsewhere':
      return (await readFile('/etc/hostname')).length;
    case 'write elsewhere':
      return writeFile(new URL('left-behind', import.meta.url), '');
    case 'exit':
      return process.exit(3);
    default:
      throw new Error('no such task');
  }
});
