// Runs in a sandbox: never imported by the service.
import { readFile } from 'node:fs/promises';
import { serveSandbox } from '@guiche/kit/sandbox';
import { inspectPdf } from './inspect-pdf.ts';

serveSandbox(async ({ source }) => inspectPdf(await readFile(source)));
