import { PDFArray, PDFDict, PDFHexString, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFInvalidObject, PDFObject } from '@cantoo/pdf-lib';
import type { PdfProblem } from '../../../domain/files/pdf-problem.ts';

const named = (name: string): PDFName => PDFName.of(name);
const startsSomething: ReadonlySet<PDFObject | undefined> = new Set(
  ['URI', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound'].map(named),
);

/** What one dictionary does besides being read. Names compare decoded: `/J#61vaScript` is `/JavaScript`. */
export function problemsInDictionary(dictionary: PDFDict): PdfProblem[] {
  const value = (name: string): PDFObject | undefined => resolved(dictionary, name);
  const action = value('S');
  const problems: PdfProblem[] = [];
  const script = value('JS');
  if (action === named('JavaScript') || (action !== undefined && isText(script))) problems.push('PDF_WITH_JAVASCRIPT');
  if (action === named('Launch')) problems.push('PDF_WITH_LAUNCH_ACTION');
  if (startsByItself(value('OpenAction')) || startsInAdditional(value('AA'))) problems.push('PDF_WITH_AUTOMATIC_ACTION');
  const holdsFile =
    isFileList(value('EF')) ||
    value('EmbeddedFiles') instanceof PDFDict ||
    value('Type') === named('EmbeddedFile') ||
    value('Subtype') === named('FileAttachment') ||
    value('Subtype') === named('RichMedia');
  if (holdsFile) problems.push('PDF_WITH_ATTACHMENTS');
  const xfa = value('XFA');
  if (xfa instanceof PDFArray || (xfa instanceof PDFStream && value('Fields') !== undefined)) problems.push('PDF_WITH_XFA_FORM');
  return problems;
}

const inText: readonly (readonly [RegExp, PdfProblem])[] = [
  [/\/(JavaScript|JS)\b/, 'PDF_WITH_JAVASCRIPT'],
  [/\/Launch\b/, 'PDF_WITH_LAUNCH_ACTION'],
  [/\/(EmbeddedFiles?|EF|FileAttachment)\b/, 'PDF_WITH_ATTACHMENTS'],
  [/\/XFA\b/, 'PDF_WITH_XFA_FORM'],
  [/\/ObjStm\b/, 'PDF_BROKEN'], // nobody can say what is inside
];

/** An object that does not parse is judged by its text: another reader may be more patient. */
export function problemsInInvalidObject(object: PDFInvalidObject): PdfProblem[] {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  const text = Buffer.from(bytes).toString('latin1').replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return inText.filter(([pattern]) => pattern.test(text)).map(([, problem]) => problem);
}

function resolved(dictionary: PDFDict, name: string): PDFObject | undefined {
  return dictionary.context.lookup(dictionary.get(named(name)));
}

const systems = ['F', 'UF', 'DOS', 'Mac', 'Unix'].map(named);

function isFileList(object: PDFObject | undefined): boolean {
  return object instanceof PDFDict && systems.some((system) => object.has(system));
}

function isText(object: PDFObject | undefined): boolean {
  return object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFStream;
}

function startsByItself(action: PDFObject | undefined): boolean {
  return action instanceof PDFDict && startsSomething.has(resolved(action, 'S'));
}

function startsInAdditional(actions: PDFObject | undefined): boolean {
  return actions instanceof PDFDict && actions.keys().some((key) => startsByItself(actions.context.lookup(actions.get(key))));
}
