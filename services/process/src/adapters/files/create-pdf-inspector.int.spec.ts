import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { bomb, objectStream, onePage, rawPdf, stream } from '../../test/pdf/raw-pdf.ts';
import { createPdfInspector } from './create-pdf-inspector.ts';

const inspector = createPdfInspector();
const verdictOn = async (pdf: Uint8Array) => inspector.inspect(inPieces(pdf));
const problemsOf = async (pdf: Uint8Array) => {
  const verdict = await verdictOn(pdf);
  return verdict.kind === 'sound' ? [] : verdict.problems;
};

async function* inPieces(bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const link = (action: string) => `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

async function encrypted(userPassword: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.encrypt({ userPassword, ownerPassword: 'dono' });
  return pdf.save();
}

describe('the inspection of a PDF', () => {
  afterAll(() => inspector.end());

  it('takes an ordinary one and counts its pages', async () => {
    expect(await verdictOn(onePage('Olá'))).toEqual({ kind: 'sound', pages: 1 });
    const many = await PDFDocument.create();
    for (let page = 0; page < 40; page += 1) many.addPage();
    expect(await verdictOn(await many.save())).toEqual({ kind: 'sound', pages: 40 });
  });

  it.each([
    ['a link to a page of the web', onePage('a', { page: link('<< /S /URI /URI (https://example.org) >>') })],
    ['a first page to be shown', onePage('a', { catalog: '/OpenAction [3 0 R /Fit]' })],
    ['a signature field', onePage('a', { catalog: '/AcroForm << /Fields [6 0 R] /SigFlags 3 >>', objects: { 6: '<< /FT /Sig /T (s) >>' } })],
    ['a font that is named like an action', onePage('a', { page: '/X << /JS 5 0 R /EF 5 0 R /Launch 5 0 R >>' })],
    ['a broken table', Buffer.from(onePage('a').toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')],
  ])('takes one with %s', async (_, pdf) => {
    expect(await problemsOf(pdf)).toEqual([]);
  });

  it.each<[string, Buffer, string]>([
    ['JavaScript on opening', onePage('a', { catalog: `/OpenAction ${script}` }), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript of the document', onePage('a', { catalog: `/Names << /JavaScript << /Names [(x) 6 0 R] >> >>`, objects: { 6: script } }), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript under an escaped name', onePage('a', { page: link('<< /S /J#61va#53cript /#4a#53 (1) >>') }), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript in an object stream', onePage('a', { page: link('7 0 R'), objects: { 6: objectStream({ 7: script }) } }), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript whose type lies elsewhere', onePage('a', { page: link('<< /S 7 0 R /JS (1) >>'), objects: { 7: '/JavaScript' } }), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript in an object that a later one hides', Buffer.concat([onePage('a', { objects: { 6: script } }), Buffer.from('6 0 obj\nnull\nendobj\n')]), 'PDF_WITH_JAVASCRIPT'],
    ['JavaScript in an object that does not parse', onePage('a', { objects: { 6: `<< /A ${script} /B (` } }), 'PDF_WITH_JAVASCRIPT'],
    ['a command to start a program', onePage('a', { page: link('<< /S /Launch /F (cmd.exe) >>') }), 'PDF_WITH_LAUNCH_ACTION'],
    ['an address opened by itself', onePage('a', { catalog: '/OpenAction << /S /URI /URI (https://example.org) >>' }), 'PDF_WITH_AUTOMATIC_ACTION'],
    ['a form sent when a page is shown', onePage('a', { page: '/AA << /O << /S /SubmitForm /F (https://example.org) >> >>' }), 'PDF_WITH_AUTOMATIC_ACTION'],
    ['attachments', onePage('a', { catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', objects: { 6: '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>', 7: stream('MZ', '/Type /EmbeddedFile') } }), 'PDF_WITH_ATTACHMENTS'],
    ['an XFA form', onePage('a', { catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>', objects: { 6: stream('<xdp/>') } }), 'PDF_WITH_XFA_FORM'],
    ['a page of 300 MB', onePage('a', { page: '/Contents 6 0 R', objects: { 6: bomb(300_000_000) } }), 'PDF_TOO_COMPLEX'],
    ['a stream compressed nine times', onePage('a', { objects: { 6: stream('', `/Filter [${'/FlateDecode '.repeat(9)}]`) } }), 'PDF_TOO_COMPLEX'],
    ['an object stream of 600 MB', onePage('a', { objects: { 6: bomb(600_000_000, '/Type /ObjStm /N 1 /First 4') } }), 'PDF_TOO_COMPLEX'],
    ['arrays in arrays', onePage('a', { objects: { 6: nested(100_000) } }), 'PDF_TOO_COMPLEX'],
    ['no pages', rawPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 9 >>' }), 'PDF_BROKEN'],
    ['a tree of pages that holds itself', rawPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [2 0 R] /Count 9 >>' }), 'PDF_BROKEN'],
    ['nothing but its first line', Buffer.from('%PDF-1.7\n'), 'PDF_BROKEN'],
    ['no PDF inside at all', Buffer.from('%PDF-1.7\n'.padEnd(5_000, 'lorem ipsum ')), 'PDF_BROKEN'],
  ])('refuses one with %s', async (_, pdf, problem) => {
    expect(await problemsOf(pdf)).toContain(problem);
  });

  it('refuses 25,000 pages', async () => {
    const kids = Array.from({ length: 25_000 }, (_, index) => `${String(index + 3)} 0 R`).join(' ');
    const pages = Object.fromEntries(Array.from({ length: 25_000 }, (_, index) => [index + 3, '<< /Type /Page /Parent 2 0 R >>']));
    const pdf = rawPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: `<< /Type /Pages /Kids [${kids}] /Count 25000 /MediaBox [0 0 9 9] >>`, ...pages });
    expect(await problemsOf(pdf)).toContain('PDF_TOO_COMPLEX');
  });

  it('refuses one with a password, and one that opens without but is restricted', async () => {
    expect(await problemsOf(await encrypted('segredo'))).toEqual(['PDF_ENCRYPTED']);
    expect(await problemsOf(await encrypted(''))).toEqual(['PDF_ENCRYPTED']);
  });

  it('names everything that is wrong at once', async () => {
    const pdf = onePage('a', { catalog: `/OpenAction ${script} /AcroForm << /XFA [] >>`, page: link('<< /S /Launch >>') });
    expect(await problemsOf(pdf)).toEqual(['PDF_WITH_JAVASCRIPT', 'PDF_WITH_LAUNCH_ACTION', 'PDF_WITH_XFA_FORM']);
  });
});
