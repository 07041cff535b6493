import { PDFArray, PDFDict, PDFName, PDFNull, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { pageLeaves } from '../../files/pdf/page-leaves.ts';
import type { PageLeaf } from '../../files/pdf/page-leaves.ts';

/** The objects of one document as they stand in the whole file, numbered from `first`; `first` is the node of its pages. */
export interface RenumberedPdf {
  readonly pages: number;
  /** Where each object starts, from the start of this part. */
  readonly offsets: readonly number[];
}

const named = (name: string): PDFName => PDFName.of(name);
const forgotten = new Set(['Parent', 'AA', 'B', 'StructParents', 'StructParent', 'PieceInfo', 'EF', 'AF'].map(named));
const inertActions: ReadonlySet<PDFObject> = new Set(['URI', 'GoTo', 'Named'].map(named));
const annotationsWithContent: ReadonlySet<PDFObject | undefined> = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'].map(named));
const a4 = '[0 0 595.28 841.89]';

/**
 * Writes what the pages of a document need, and nothing else: no catalogue, no attachments, no actions besides links.
 * Streams pass as they are, never decoded. Throws when the document has no page.
 */
export function renumberPdf(context: PDFContext, first: number, write: (bytes: Uint8Array) => void): RenumberedPdf {
  const leaves = [...pageLeaves(context)];
  if (leaves.length === 0) throw new Error('no pages');
  const numbers = new Map<PDFRef, number>();
  leaves.forEach(({ ref }, index) => ref !== undefined && numbers.set(ref, first + 1 + index));
  const waiting: PDFRef[] = [];
  let next = first + 1 + leaves.length;

  const offsets: number[] = [];
  let length = 0;
  const put = (bytes: Uint8Array | string): void => {
    const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    length += chunk.length;
    write(chunk);
  };
  const putObject = (body: string, content?: Uint8Array): void => {
    const number = first + offsets.length;
    offsets.push(length);
    put(`${String(number)} 0 obj\n${body}`);
    if (content !== undefined) {
      put('\nstream\n');
      put(content);
      put('\nendstream');
    }
    put('\nendobj\n');
  };

  const numberOf = (ref: PDFRef): string => {
    const known = numbers.get(ref);
    if (known !== undefined) return `${String(known)} 0 R`;
    const target = context.lookup(ref);
    if (target === undefined || isOutside(target)) return 'null';
    numbers.set(ref, next);
    waiting.push(ref);
    next += 1;
    return `${String(next - 1)} 0 R`;
  };
  const textOf = (object: PDFObject): string => {
    if (object instanceof PDFRef) return numberOf(object);
    if (object instanceof PDFArray) return `[${object.asArray().map(textOf).join(' ')}]`;
    if (object instanceof PDFRawStream) return 'null'; // a stream is always an object of its own
    if (object instanceof PDFDict) return dictionaryText(object);
    return latin1(object);
  };
  const dictionaryText = (dictionary: PDFDict, skip: ReadonlySet<PDFName> = forgotten, extra = ''): string => {
    if (isRefusedAction(dictionary)) return 'null';
    const entries = dictionary.entries().filter(([key]) => !skip.has(key));
    return `<<${entries.map(([key, value]) => `${latin1(key)} ${textOf(value)}`).join('\n')}${extra}>>`;
  };
  const pageText = ({ page, inherited }: PageLeaf): string => {
    const skip = new Set([...forgotten, ...inherited.keys(), named('Type'), named('Annots')]);
    const annotations = context.lookup(page.get(named('Annots')));
    const kept = annotations instanceof PDFArray ? annotations.asArray().filter((one) => !holdsContent(context.lookup(one))) : [];
    const box = inherited.has(named('MediaBox')) ? '' : `/MediaBox ${a4}`;
    const fromAbove = [...inherited].map(([key, value]) => `${latin1(key)} ${textOf(value)}`).join('\n');
    const extra = `\n/Type /Page /Parent ${String(first)} 0 R ${box} ${fromAbove} ${kept.length > 0 ? `/Annots [${kept.map(textOf).join(' ')}]` : ''}`;
    return dictionaryText(page, skip, extra);
  };

  const kids = leaves.map((_, index) => `${String(first + 1 + index)} 0 R`).join(' ');
  putObject(`<</Type /Pages /Parent 2 0 R /Count ${String(leaves.length)} /Kids [${kids}]>>`);
  for (const leaf of leaves) putObject(pageText(leaf));
  for (let ref = waiting.shift(); ref !== undefined; ref = waiting.shift()) {
    const object = context.lookup(ref);
    if (object instanceof PDFRawStream) {
      const contents = object.getContents();
      putObject(dictionaryText(object.dict, new Set([...forgotten, named('Length')]), `\n/Length ${String(contents.length)}`), contents);
    } else {
      putObject(textOf(object ?? PDFNull));
    }
  }
  return { pages: leaves.length, offsets };
}

// Links may lead anywhere in their document; what is not one of its pages would drag its catalogue along.
function isOutside(object: PDFObject): boolean {
  if (!(object instanceof PDFDict)) return false;
  const type = object.get(named('Type'));
  return type === named('Catalog') || type === named('Pages') || type === named('Page') || type === named('StructTreeRoot');
}

function isRefusedAction(dictionary: PDFDict): boolean {
  const action = dictionary.context.lookup(dictionary.get(named('S')));
  const isAction = action instanceof PDFName && (dictionary.get(named('Type')) === named('Action') || refusedActions.has(action));
  return isAction && !inertActions.has(action);
}

const refusedActions: ReadonlySet<PDFObject> = new Set(
  ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'ResetForm', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound', 'Hide', 'RichMediaExecute'].map(named),
);

function holdsContent(annotation: PDFObject | undefined): boolean {
  return !(annotation instanceof PDFDict) || annotationsWithContent.has(annotation.context.lookup(annotation.get(named('Subtype'))));
}

function latin1(object: PDFObject): string {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return Buffer.from(bytes.buffer).toString('latin1');
}
