import { z } from 'zod';

const note = z.object({ position: z.string(), number: z.string(), title: z.string(), type: z.string(), date: z.string(), reason: z.string() });
const indexRow = z.object({
  position: z.string(),
  number: z.string(),
  title: z.string(),
  type: z.string(),
  date: z.string(),
  /** The page, or a dash. */
  page: z.string(),
  reason: z.string().optional(),
  destination: z.string().optional(),
});
const cover = z.object({
  city: z.string(),
  cityLines: z.array(z.string()),
  processNumber: z.string(),
  processType: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  requestedAt: z.string(),
  requestedBy: z.string(),
  documents: z.int(),
});

/** What the program of the export can be asked for: pages as objects numbered from `first`. */
export const partTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pdf'), first: z.int() }),
  z.object({ kind: z.literal('image'), first: z.int() }),
  z.object({ kind: z.literal('note'), first: z.int(), note }),
  z.object({ kind: z.literal('cover'), first: z.int(), cover }),
  z.object({ kind: z.literal('index'), first: z.int(), processNumber: z.string(), rows: z.array(indexRow) }),
]);
export type PartTask = z.infer<typeof partTask>;
export type IndexRow = z.infer<typeof indexRow>;
export type NoteFacts = z.infer<typeof note>;
export type CoverPage = z.infer<typeof cover>;

/** The answer: how many pages, and where each object starts from the start of the part. */
export const partAnswer = z.object({ pages: z.int().min(1), offsets: z.array(z.int().min(0)).min(2) });
export type PartAnswer = z.infer<typeof partAnswer>;
