import { join } from 'node:path';
import { createSandbox } from '@guiche/kit/sandbox';
import type { Registry } from 'prom-client';
import { Counter } from 'prom-client';
import { z } from 'zod';

/** Why a document has no text to search. It stays readable. */
export type UnsearchableReason = 'timeout' | 'memory' | 'broken' | 'encrypted' | 'empty';

/** `text` has pages parted by form feeds; `truncated` says that there was more than is kept. */
export type ExtractedText =
  | { readonly kind: 'text'; readonly text: string; readonly pages: number; readonly truncated: boolean }
  | { readonly kind: 'unsearchable'; readonly reason: UnsearchableReason };

/** Takes the text out of PDFs in a process of their own, one after another. */
export interface TextExtractor {
  /** Throws what the source throws and the signal's reason; never because of what the file contains. */
  extract(source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<ExtractedText>;
  end(): Promise<void>;
}

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), pages: z.int().min(1), truncated: z.boolean() }),
  z.object({ kind: z.literal('unsearchable'), reason: z.enum(['broken', 'encrypted', 'empty']) }),
]);

/** 20 s, 256 MB, 2 million characters and 5,000 pages unless told. */
export function createTextExtractor(options: {
  metrics: Registry;
  timeoutMs?: number;
  memoryMb?: number;
  mostCharacters?: number;
  mostPages?: number;
}): TextExtractor {
  const { metrics, timeoutMs = 20_000, memoryMb = 256, mostCharacters = 2_000_000, mostPages = 5_000 } = options;
  const sandbox = createSandbox(join(import.meta.dirname, 'text-program.ts'), { timeoutMs, memoryMb });
  const extractions = new Counter({
    name: 'guiche_text_extractions_total',
    help: 'Documents whose text was taken out, by result: text, or why there is none to search',
    labelNames: ['result'],
    registers: [metrics],
  });

  const extract: TextExtractor['extract'] = async (source, signal) => {
    await using reply = await sandbox.run({ task: { mostCharacters, mostPages }, source, signal });
    switch (reply.kind) {
      case 'timeout':
      case 'memory':
        return { kind: 'unsearchable', reason: reply.kind };
      case 'failed':
        return { kind: 'unsearchable', reason: 'broken' };
      case 'done':
        return answer.parse(reply.value);
    }
  };

  return {
    async extract(source, signal) {
      const extracted = await extract(source, signal);
      extractions.inc({ result: extracted.kind === 'text' ? 'text' : extracted.reason });
      return extracted;
    },
    end: sandbox.end,
  };
}
