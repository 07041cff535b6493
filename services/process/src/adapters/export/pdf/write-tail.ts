import { createHash } from 'node:crypto';

/** A document in the finished file: the node of its pages, or none when it is only in the index. */
export interface PlacedDocument {
  readonly title: string;
  readonly pages: number;
  readonly node?: number | undefined;
  readonly destination: string;
}

export const header = Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1');
/** Catalogue, root of the pages and information come first in numbers and last in the file. */
export const firstPartObject = 4;

/**
 * Everything after the pages: outline, destinations, root of the pages, catalogue, table, trailer. `offsets` are those of
 * the objects from `firstPartObject` on; `length` is that of the file so far.
 */
export function* writeTail(options: {
  title: string;
  author: string;
  at: Date;
  front: readonly { node: number; pages: number }[];
  documents: readonly PlacedDocument[];
  offsets: readonly (readonly number[])[];
  length: number;
}): Generator<Buffer> {
  const { title, author, at, front, documents, offsets, length } = options;
  const firstOwn = offsets.reduce((sum, some) => sum + some.length, firstPartObject);
  const placed: { number: number; offset: number }[] = [];
  let position = length;
  const object = (number: number, body: string): Buffer => {
    placed.push({ number, offset: position });
    const bytes = Buffer.from(`${String(number)} 0 obj\n${body}\nendobj\n`, 'latin1');
    position += bytes.length;
    return bytes;
  };

  const outline = firstOwn;
  const destinations = firstOwn + 1;
  const item = (index: number): number => firstOwn + 2 + index;
  const indexPage = `${String((front[1]?.node ?? front[0]?.node ?? 0) + 1)} 0 R`;
  const pageOf = ({ node }: PlacedDocument): string => (node === undefined ? indexPage : `${String(node + 1)} 0 R`);
  const last = documents.length - 1;

  yield object(outline, `<</Type /Outlines${documents.length > 0 ? ` /First ${String(item(0))} 0 R /Last ${String(item(last))} 0 R /Count ${String(documents.length)}` : ''}>>`);
  const names = documents.filter(({ node }) => node !== undefined).map((document) => `(${document.destination}) [${pageOf(document)} /XYZ null null null]`);
  yield object(destinations, `<</Names [${names.join('\n')}]>>`);
  for (const [index, document] of documents.entries()) {
    const previous = index > 0 ? `/Prev ${String(item(index - 1))} 0 R` : '';
    const following = index < last ? `/Next ${String(item(index + 1))} 0 R` : '';
    yield object(item(index), `<</Title ${textString(document.title)} /Parent ${String(outline)} 0 R ${previous} ${following} /Dest [${pageOf(document)} /XYZ null null null]>>`);
  }
  const nodes = [...front, ...documents.filter((document) => document.node !== undefined)];
  const pages = nodes.reduce((sum, node) => sum + node.pages, 0);
  yield object(1, `<</Type /Catalog /Pages 2 0 R /Outlines ${String(outline)} 0 R /PageMode /UseOutlines /Lang (pt-BR) /Names <</Dests ${String(destinations)} 0 R>> /ViewerPreferences <</DisplayDocTitle true>>>>`);
  yield object(2, `<</Type /Pages /Count ${String(pages)} /Kids [${nodes.map(({ node }) => `${String(node)} 0 R`).join('\n')}]>>`);
  yield object(3, `<</Title ${textString(title)} /Author ${textString(author)} /Creator ${textString('Guichê')} /CreationDate (${pdfDate(at)})>>`);

  const own = new Map(placed.map(({ number, offset }) => [number, offset]));
  const size = item(documents.length);
  const start = position;
  yield Buffer.from(`xref\n0 ${String(size)}\n0000000000 65535 f \n`, 'latin1');
  yield rows([1, 2, 3].map((number) => own.get(number) ?? 0));
  for (const some of offsets) yield rows(some);
  yield rows(placed.filter(({ number }) => number >= firstOwn).map(({ offset }) => offset));
  const id = createHash('sha256').update(`${title}\n${at.toISOString()}\n${String(start)}`).digest('hex').slice(0, 32);
  yield Buffer.from(`trailer\n<</Size ${String(size)} /Root 1 0 R /Info 3 0 R /ID [<${id}> <${id}>]>>\nstartxref\n${String(start)}\n%%EOF\n`, 'latin1');
}

function rows(offsets: readonly number[]): Buffer {
  return Buffer.from(offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join(''), 'latin1');
}

function textString(text: string): string {
  return `<FEFF${Buffer.from(text.toWellFormed(), 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
