import { PDFParser } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';

const deepest = 200;

/** Every object that the file holds, also those that a later one of the same number replaces. */
export interface ParsedPdf {
  readonly context: PDFContext;
  readonly objects: readonly PDFObject[];
  /** Arrays or dictionaries lie in each other so deep that only an attack explains it. */
  readonly tooDeep: boolean;
}

/** `undefined` when nothing can be made of it. */
export async function parseEveryVersion(bytes: Uint8Array): Promise<ParsedPdf | undefined> {
  const parser = new RecordingParser(bytes);
  try {
    const context = await parser.parseDocument();
    return { context, objects: parser.objects, tooDeep: parser.tooDeep };
  } catch {
    return undefined;
  }
}

// The library keeps the last version of an object only and gives up silently on deep ones; a subclass sees both.
class RecordingParser extends PDFParser {
  readonly objects: PDFObject[] = [];
  tooDeep = false;
  private depth = 0;

  constructor(bytes: Uint8Array) {
    super(bytes);
    const assign = this.context.assign.bind(this.context);
    this.context.assign = (ref, object) => {
      this.objects.push(object);
      assign(ref, object);
    };
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.depth += 1;
    try {
      if (this.depth > deepest) {
        this.tooDeep = true;
        throw new Error('too deep');
      }
      return super.parseObject(ref);
    } finally {
      this.depth -= 1;
    }
  }
}
