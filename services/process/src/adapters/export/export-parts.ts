import { fileIdFor, readAll } from '@guiche/kit/files';
import type { FileStore } from '@guiche/kit/files';
import { z } from 'zod';

const partFacts = z.object({
  documents: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      type: z.string(),
      date: z.string(),
      pages: z.int(),
      node: z.int().optional(),
      reason: z.string().optional(),
    }),
  ),
  /** Where each object starts, from the start of the part. */
  offsets: z.array(z.int()),
  length: z.int(),
});
/** What the end of the file must know of a finished part. */
export type PartFacts = z.infer<typeof partFacts>;
export type PartDocument = PartFacts['documents'][number];

/** The finished parts of one export, where a restarted job finds them. */
export interface ExportParts {
  /** `undefined` for a part that is not finished. */
  facts(index: number): Promise<PartFacts | undefined>;
  /** Stores what `write` yields and then what it returns: only then the part is finished. */
  add(index: number, write: AsyncGenerator<Uint8Array, PartFacts>): Promise<PartFacts>;
  open(index: number): Promise<AsyncIterable<Uint8Array>>;
  /** Removes them all, the unfinished one too; for the end of an export, good or bad. */
  remove(): Promise<void>;
}

const limitBytes = 2 ** 40;
const factsLimitBytes = 64 * 1024 * 1024;

/** Parts as files whose ids follow from that of the export. */
export function exportParts(store: FileStore, exportId: string): ExportParts {
  const contentId = (index: number): string => fileIdFor(`export/${exportId}/part/${String(index)}`);
  const factsId = (index: number): string => fileIdFor(`export/${exportId}/facts/${String(index)}`);

  return {
    async facts(index) {
      if ((await store.stat(factsId(index))) === undefined) return undefined;
      return partFacts.parse(JSON.parse((await readAll(store, factsId(index), factsLimitBytes)).toString()));
    },
    async add(index, write) {
      let facts: PartFacts | undefined;
      async function* content() {
        facts = yield* write;
      }
      const part = { fileName: `part-${String(index)}`, limitBytes };
      await store.write(content(), { ...part, id: contentId(index), accept: ['application/octet-stream'] });
      if (facts === undefined) throw new Error('A part ends with its facts');
      const json = Buffer.from(JSON.stringify(facts));
      await store.write(once(json), { ...part, id: factsId(index), accept: ['application/json'] });
      return facts;
    },
    open: (index) => store.open(contentId(index)) as Promise<AsyncIterable<Uint8Array>>,
    async remove() {
      for (let index = 0; ; index += 1) {
        const isFinished = (await store.stat(factsId(index))) !== undefined;
        await store.remove(contentId(index));
        if (!isFinished) return;
        await store.remove(factsId(index));
      }
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
