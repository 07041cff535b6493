// Runs in a sandbox: never imported by the service.
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { serveSandbox } from '@guiche/kit/sandbox';
import { parseEveryVersion } from '../../files/pdf/parse-every-version.ts';
import { partTask } from './part-task.ts';
import type { PartAnswer, PartTask } from './part-task.ts';
import { renumberPdf } from './renumber-pdf.ts';

serveSandbox(async ({ task, source, output }) => {
  const asked = partTask.parse(task);
  return writePart(await pdfFor(asked, source), asked.first, output);
});

// pdfkit and pdfmake are loaded only for what needs them.
async function pdfFor(task: PartTask, source: string): Promise<Uint8Array> {
  switch (task.kind) {
    case 'pdf':
      return readFile(source);
    case 'image':
      return (await import('./image-page.ts')).imagePage(await readFile(source));
    case 'note':
      return (await printer()).printPdf((await import('./front-definitions.ts')).noteDefinition(task.note));
    case 'cover':
      return (await printer()).printPdf((await import('./front-definitions.ts')).coverDefinition(task.cover));
    case 'index':
      return (await printer()).printPdf((await import('./front-definitions.ts')).indexDefinition(task.processNumber, task.rows));
  }
}

const printer = () => import('../../pdf/print-pdf.ts');

async function writePart(pdf: Uint8Array, first: number, output: string): Promise<PartAnswer> {
  const parsed = await parseEveryVersion(pdf);
  if (parsed === undefined || parsed.tooDeep) throw new Error('The document cannot be read');
  if (parsed.context.trailerInfo.Encrypt !== undefined) throw new Error('The document is encrypted');
  const file = openSync(output, 'w', 0o600);
  try {
    const { pages, offsets } = renumberPdf(parsed.context, first, (bytes) => writeSync(file, bytes));
    return { pages, offsets: [...offsets] };
  } finally {
    closeSync(file);
  }
}
