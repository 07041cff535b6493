import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { inBrasilia } from '@guiche/kit/calendar';
import { createSandbox } from '@guiche/kit/sandbox';
import type { SandboxReply } from '@guiche/kit/sandbox';
import type { ExportControl, ExportEntry, ProcessExport } from './export-entry.ts';
import type { ExportParts, PartDocument, PartFacts } from './export-parts.ts';
import { partAnswer } from './pdf/part-task.ts';
import type { IndexRow, PartAnswer, PartTask } from './pdf/part-task.ts';
import { firstPartObject, header, writeTail } from './pdf/write-tail.ts';

/** Whole processes as one PDF. */
export interface PdfExport {
  /**
   * Cover, index and all documents, with bookmarks. Documents are gathered in parts; those that an earlier attempt
   * finished are taken as they are, so that a job which was killed goes on where it was. The same input gives the same
   * bytes. A document that cannot be shown as pages gets a sheet that says so. The parts stay until they are removed.
   */
  write(process: ProcessExport, parts: ExportParts, control?: ExportControl): AsyncGenerator<Uint8Array>;
  end(): Promise<void>;
}

const pageTypes: Readonly<Record<string, 'pdf' | 'image'>> = { 'application/pdf': 'pdf', 'image/png': 'image', 'image/jpeg': 'image' };
const onlyInZip = 'O arquivo não pode ser mostrado como páginas. Ele está na cópia do processo em ZIP.';
const unreadable = 'O arquivo está danificado, protegido ou é complexo demais para ser reunido aqui. O original está na cópia do processo em ZIP.';
const lineEnd = Buffer.from('\n');
// More at once, and printing them takes more memory than any document.
const rowsPerIndex = 200;

/** A document may take 60 s and the program 256 MB; a part ends after 32 MiB; unless told. */
export function createPdfExport(limits: { timeoutMs?: number; memoryMb?: number; partBytes?: number } = {}): PdfExport {
  const { timeoutMs = 60_000, memoryMb = 256, partBytes = 32 * 1024 * 1024 } = limits;
  const sandbox = createSandbox(join(import.meta.dirname, 'pdf/part-program.ts'), { timeoutMs, memoryMb });

  /** Yields the objects of one document, and returns how many pages they are and where they start. */
  async function* objectsOf(entry: ExportEntry, position: number, first: number, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, PartAnswer> {
    const kind = pageTypes[entry.mediaType];
    if (kind !== undefined) {
      await using reply = await sandbox.run({ task: { kind, first } satisfies PartTask, source: await entry.open(), signal });
      if (reply.kind === 'done') return yield* written(reply);
    }
    const { number, title, type, date } = entry;
    const note = { position: positionOf(position - 1), number, title, type, date, reason: kind === undefined ? onlyInZip : unreadable };
    return yield* printed({ kind: 'note', first, note }, signal);
  }

  async function* printed(task: PartTask, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, PartAnswer> {
    await using reply = await sandbox.run({ task, signal });
    if (reply.kind !== 'done') throw new Error(`A page could not be printed: ${reply.kind === 'failed' ? reply.message : reply.kind}`);
    return yield* written(reply);
  }

  async function* part(entries: AsyncIterator<ExportEntry>, from: { object: number; position: number }, control: Watch): AsyncGenerator<Uint8Array, PartFacts> {
    const facts: PartFacts = { documents: [], offsets: [], length: 0 };
    while (facts.length < partBytes) {
      control.signal?.throwIfAborted();
      const next = await entries.next();
      if (next.done === true) break;
      const { number, title, type, date, state } = next.value;
      const document: PartDocument = { number, title, type, date, pages: 0 };
      if (state.kind === 'included') {
        const node = from.object + facts.offsets.length;
        const start = facts.length;
        const objects = objectsOf(next.value, from.position + facts.documents.length + 1, node, control.signal);
        const { pages, offsets } = yield* counted(objects, (length) => (facts.length += length));
        for (const offset of offsets) facts.offsets.push(start + offset);
        facts.documents.push({ ...document, pages, node });
      } else {
        facts.documents.push({ ...document, reason: state.reason });
      }
      await control.onDocument();
    }
    if (facts.length === 0) {
      // Nothing in it may be shown (IN-07), but no file is empty: a line between objects means nothing.
      facts.length = lineEnd.length;
      yield lineEnd;
    }
    return facts;
  }

  async function gather({ total, entries }: ProcessExport, parts: ExportParts, { onProgress, signal }: ExportControl): Promise<PartFacts[]> {
    const finished: PartFacts[] = [];
    for (let facts = await parts.facts(0); facts !== undefined; facts = await parts.facts(finished.length)) finished.push(facts);
    let done = finished.reduce((sum, { documents }) => sum + documents.length, 0);
    if (done > 0) await onProgress?.(done, total);
    const onDocument = async (): Promise<void> => {
      done += 1;
      await onProgress?.(done, total);
    };
    const rest = entries(done)[Symbol.asyncIterator]();
    try {
      while (done < total) {
        const before = done;
        const from = { object: finished.reduce((sum, { offsets }) => sum + offsets.length, firstPartObject), position: done };
        finished.push(await parts.add(finished.length, part(rest, from, { onDocument, signal })));
        if (done === before) throw new Error(`The process has ${String(done)} documents, not ${String(total)}`);
      }
    } finally {
      await rest.return?.();
    }
    return finished;
  }

  return {
    async *write(process, parts, control = {}) {
      const finished = await gather(process, parts, control);
      const documents = finished.flatMap((facts) => facts.documents);
      const offsets: (readonly number[])[] = [];
      let length = header.length;
      let first = firstPartObject;
      const place = (some: readonly number[], start: number): void => {
        offsets.push(some.map((offset) => start + offset));
        first += some.length;
      };

      yield header;
      for (const [index, facts] of finished.entries()) {
        place(facts.offsets, length);
        length += facts.length;
        yield* await parts.open(index);
      }

      const front: { node: number; pages: number }[] = [];
      for (const task of await frontTasks(process, documents, control.signal)) {
        const [node, start] = [first, length];
        const answer = yield* counted(printed({ ...task, first }, control.signal), (bytes) => (length += bytes));
        place(answer.offsets, start);
        front.push({ node, pages: answer.pages });
      }
      const placed = documents.map(({ title, reason, pages, node }, index) => ({
        title: `${positionOf(index)} - ${title}${reason === undefined ? '' : ` (${reason})`}`,
        pages,
        node,
        destination: destinationOf(index),
      }));
      const { processNumber, city, requestedAt } = process.cover;
      yield* writeTail({ title: `Processo ${processNumber}`, author: city, at: requestedAt, front, documents: placed, offsets, length });
    },
    end: sandbox.end,
  };

  /** The index stands before the documents that it counts: it is printed once to learn its length, and then with numbers. */
  async function frontTasks({ cover }: ProcessExport, documents: readonly PartDocument[], signal: AbortSignal | undefined): Promise<PartTask[]> {
    const coverTask: PartTask = { kind: 'cover', first: 0, cover: { ...cover, cityLines: [...cover.cityLines], facts: [...cover.facts], requestedAt: inBrasilia(cover.requestedAt), documents: documents.length } };
    const tasks = (front: number): PartTask[] => [coverTask, ...indexTasks(cover.processNumber, indexRows(documents, front))];
    let pages = 0;
    for (const task of tasks(0)) {
      const objects = printed(task, signal);
      let step = await objects.next();
      while (step.done !== true) step = await objects.next();
      pages += step.value.pages;
    }
    return tasks(pages);
  }
}

interface Watch {
  readonly onDocument: () => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

async function* written(reply: SandboxReply & { kind: 'done' }): AsyncGenerator<Uint8Array, PartAnswer> {
  const answer = partAnswer.parse(reply.value);
  yield* createReadStream(reply.output, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  return answer;
}

async function* counted(source: AsyncGenerator<Uint8Array, PartAnswer>, count: (length: number) => void): AsyncGenerator<Uint8Array, PartAnswer> {
  for (let step = await source.next(); ; step = await source.next()) {
    if (step.done === true) return step.value;
    count(step.value.length);
    yield step.value;
  }
}

function indexTasks(processNumber: string, rows: IndexRow[]): PartTask[] {
  const starts = Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsPerIndex)) }, (_, index) => index * rowsPerIndex);
  return starts.map((start) => ({ kind: 'index', first: 0, processNumber, rows: rows.slice(start, start + rowsPerIndex) }));
}

function indexRows(documents: readonly PartDocument[], front: number): IndexRow[] {
  let next = front + 1;
  return documents.map(({ number, title, type, date, pages, reason }, index) => {
    const page = pages === 0 ? '–' : String(next);
    next += pages;
    const shared = { position: positionOf(index), number, title, type, date, page };
    return reason === undefined ? { ...shared, destination: destinationOf(index) } : { ...shared, reason };
  });
}

function positionOf(index: number): string {
  return String(index + 1).padStart(4, '0');
}

function destinationOf(index: number): string {
  return `guiche-${String(index + 1).padStart(8, '0')}`;
}
