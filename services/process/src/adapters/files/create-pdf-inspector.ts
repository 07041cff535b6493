import { join } from 'node:path';
import { createSandbox } from '@guiche/kit/sandbox';
import { z } from 'zod';
import type { PdfProblem } from '../../domain/files/pdf-problem.ts';

/** What an inspection found; with problems, the file must not be taken. */
export type PdfVerdict = { readonly kind: 'sound'; readonly pages: number } | { readonly kind: 'refused'; readonly problems: readonly PdfProblem[] };

/** Looks into PDFs in a process of their own, so that none of them can harm the service. */
export interface PdfInspector {
  /** Throws what the source throws and the signal's reason; never because of what the file contains. */
  inspect(source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<PdfVerdict>;
  end(): Promise<void>;
}

const answer = z.object({
  pages: z.int().min(0),
  problems: z.array(
    z.enum([
      'PDF_BROKEN',
      'PDF_ENCRYPTED',
      'PDF_TOO_COMPLEX',
      'PDF_WITH_JAVASCRIPT',
      'PDF_WITH_LAUNCH_ACTION',
      'PDF_WITH_AUTOMATIC_ACTION',
      'PDF_WITH_ATTACHMENTS',
      'PDF_WITH_XFA_FORM',
    ]),
  ),
});

/** 20 s and 384 MB unless told. */
export function createPdfInspector(limits: { timeoutMs?: number; memoryMb?: number } = {}): PdfInspector {
  const { timeoutMs = 20_000, memoryMb = 384 } = limits;
  const sandbox = createSandbox(join(import.meta.dirname, 'pdf/inspection-program.ts'), { timeoutMs, memoryMb });

  return {
    async inspect(source, signal) {
      await using reply = await sandbox.run({ task: 'inspect', source, signal });
      switch (reply.kind) {
        case 'timeout':
        case 'memory':
          return { kind: 'refused', problems: ['PDF_TOO_COMPLEX'] };
        case 'failed':
          return { kind: 'refused', problems: ['PDF_BROKEN'] };
        case 'done': {
          const { pages, problems } = answer.parse(reply.value);
          return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'sound', pages };
        }
      }
    },
    end: sandbox.end,
  };
}
