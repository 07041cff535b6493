// Runs in a sandbox: never imported by the service.
import { readFile } from 'node:fs/promises';
import { serveSandbox } from '@guiche/kit/sandbox';
import { extractText } from './extract-text.ts';

serveSandbox(async ({ task, source }) => {
  const bytes = await readFile(source);
  return extractText(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), task as { mostCharacters: number; mostPages: number });
});
