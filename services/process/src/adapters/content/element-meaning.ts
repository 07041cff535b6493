import type { Mark, Numbering } from '../../domain/documents/content.ts';

/** Elements that do something, hold something else than text, or are shown otherwise than they read. */
export const forbiddenElements: ReadonlySet<string> = new Set([
  'applet', 'area', 'audio', 'base', 'bgsound', 'button', 'canvas', 'datalist', 'dialog', 'embed', 'fencedframe', 'form', 'frame',
  'frameset', 'iframe', 'input', 'keygen', 'link', 'map', 'marquee', 'math', 'meter', 'noembed', 'noframes', 'noscript', 'object',
  'optgroup', 'option', 'output', 'param', 'picture', 'plaintext', 'portal', 'progress', 'select', 'selectedcontent', 'slot', 'source',
  'style', 'svg', 'template', 'textarea', 'track', 'video', 'xmp',
]);

/** Elements whose text is not part of what is read. */
export const unreadElements: ReadonlySet<string> = new Set(['title', 'meta', 'colgroup', 'col', 'wbr']);

/** Elements that begin and end a paragraph of their own, and mean nothing else here. */
export const plainBlocks: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer',
  'header', 'hgroup', 'html', 'legend', 'main', 'nav', 'search', 'section', 'summary', 'tbody', 'tfoot', 'thead',
]);

const markOfElement: Readonly<Record<string, Mark>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline', s: 'strike', strike: 'strike', del: 'strike',
  sub: 'sub', sup: 'sup',
};

/** The marks of text in an element: those around it, its own, and those its style adds or takes away. */
export function marksIn(around: ReadonlySet<Mark>, element: string, style: ReadonlyMap<string, string>): ReadonlySet<Mark> {
  const own = Object.hasOwn(markOfElement, element) ? markOfElement[element] : undefined;
  if (own === undefined && style.size === 0) return around;
  const marks = new Set(around);
  const set = (mark: Mark, on: boolean) => void (on ? marks.add(mark) : marks.delete(mark));
  if (own !== undefined) raise(marks, own);
  const weight = style.get('font-weight') ?? '';
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) set('bold', true);
  if (/^(?:normal|lighter|[1-5]00)$/.test(weight)) set('bold', false);
  const slant = style.get('font-style') ?? '';
  if (/^(?:italic|oblique)/.test(slant)) set('italic', true);
  if (slant === 'normal') set('italic', false);
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (lines.includes('underline')) set('underline', true);
  if (lines.includes('line-through')) set('strike', true);
  const height = style.get('vertical-align');
  if (height === 'sub') raise(marks, 'sub');
  if (height === 'super') raise(marks, 'sup');
  return marks;
}

/** Text is raised or lowered, not both: the innermost counts. */
function raise(marks: Set<Mark>, mark: Mark): void {
  if (mark === 'sub') marks.delete('sup');
  if (mark === 'sup') marks.delete('sub');
  marks.add(mark);
}

const numberings: Readonly<Record<string, Numbering>> = {
  '1': 'decimal', a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman',
  decimal: 'decimal', 'decimal-leading-zero': 'decimal', 'lower-alpha': 'lower-alpha', 'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha', 'upper-latin': 'upper-alpha', 'lower-roman': 'lower-roman', 'upper-roman': 'upper-roman',
};

/** How a numbered list counts: 1, a, A, i, I, or the words of CSS. */
export function numberingOf(type: string | undefined, style: string | undefined): Numbering {
  const asked = style ?? type ?? '';
  return (Object.hasOwn(numberings, asked) ? numberings[asked] : undefined) ?? 'decimal';
}

/** A whole number of an attribute, kept within bounds. */
export function countOf(value: string | undefined, bounds: { least: number; most: number; otherwise: number }): number {
  const number = /^\s*-?\d{1,9}\s*$/.test(value ?? '') ? Number(value) : bounds.otherwise;
  return Math.min(bounds.most, Math.max(bounds.least, number));
}
