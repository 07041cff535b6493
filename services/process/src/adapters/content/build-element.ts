import { excerptOf } from '../../domain/documents/content-problem.ts';
import { contentLimits } from '../../domain/documents/content.ts';
import type { Alignment, HeadingLevel } from '../../domain/documents/content.ts';
import type { ContentBuilder } from './content-builder.ts';
import { dataImage } from './data-image.ts';
import { countOf, numberingOf, plainBlocks } from './element-meaning.ts';
import type { FoundProblems } from './found-problems.ts';
import { declarationsOf, pixelsOf } from './inline-style.ts';
import { visibleText } from './invisible-characters.ts';
import type { Attributes, OpenElement } from './open-element.ts';
import { canBeSeen } from './visibility.ts';

const headings: Readonly<Record<string, HeadingLevel>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
const containers: ReadonlySet<string> = new Set(['blockquote', 'ul', 'ol', 'menu', 'li', 'table', 'caption', 'tr', 'td', 'th']);

/** What an element is a part of, wherever it is written. */
export const partOf: Readonly<Record<string, 'list' | 'table' | 'row'>> = { li: 'list', caption: 'table', tr: 'table', td: 'row', th: 'row' };

/** Whether what follows the element is another paragraph. */
export function endsParagraph(name: string): boolean {
  return name === 'p' || name === 'pre' || Object.hasOwn(headings, name) || plainBlocks.has(name) || containers.has(name);
}

/** Tells the builder what an element opens or is. */
export function buildElement(builder: ContentBuilder, element: OpenElement, attributes: Attributes, problems: FoundProblems): void {
  const { name, alignment } = element;
  const heading = Object.hasOwn(headings, name) ? headings[name] : undefined;
  const style = attributes['style'] ?? '';
  if (heading !== undefined || name === 'p' || plainBlocks.has(name)) {
    if (breaksPage(attributes)) builder.add({ kind: 'page-break' });
  }
  if (heading !== undefined) return builder.openParagraph(heading, alignment);
  if (plainBlocks.has(name)) return builder.closeParagraph();
  switch (name) {
    case 'p':
    case 'pre':
      return builder.openParagraph(null, alignment);
    case 'br':
      return builder.lineBreak(alignment);
    case 'hr':
      return builder.add({ kind: breaksPage(attributes) ? 'page-break' : 'rule' });
    case 'img':
      return addImage(builder, attributes, { alignment, visible: canBeSeen(element.visibility) }, problems);
    case 'blockquote':
      return builder.openQuote();
    case 'ul':
    case 'menu':
      return builder.openList({ numbering: null, start: 1 });
    case 'ol':
      return builder.openList({
        numbering: numberingOf(attributes['type'], declarationsOf(style).get('list-style-type')),
        start: countOf(attributes['start'], { least: 1, most: 9_999, otherwise: 1 }),
      });
    case 'li':
      return builder.openItem();
    case 'table':
      return builder.openTable();
    case 'caption':
      return builder.openCaption();
    case 'tr':
      return builder.openRow();
    case 'td':
    case 'th':
      return builder.openCell({
        header: name === 'th',
        columns: countOf(attributes['colspan'], { least: 1, most: contentLimits.tableColumns, otherwise: 1 }),
        rows: countOf(attributes['rowspan'], { least: 1, most: 1_000, otherwise: 1 }),
      });
  }
}

/** The ways editors write a page break. */
function breaksPage(attributes: Attributes): boolean {
  const style = declarationsOf(attributes['style'] ?? '');
  const asked = ['page-break-before', 'page-break-after', 'break-before', 'break-after'].some((name) => /always|page/.test(style.get(name) ?? ''));
  return asked || /(?:^|\s)(?:mce-)?page-?break(?:\s|$)/i.test(attributes['class'] ?? '');
}

function addImage(
  builder: ContentBuilder,
  attributes: Attributes,
  place: { alignment: Alignment | null; visible: boolean },
  problems: FoundProblems,
): void {
  const alternative = visibleText(attributes['alt'] ?? '').replace(/\s+/g, ' ').slice(0, 300).toWellFormed().trim();
  if (breaksPage(attributes) && /pagebreak/i.test(attributes['class'] ?? '')) return builder.add({ kind: 'page-break' });
  const source = attributes['src'] ?? '';
  const image = dataImage(source);
  const named = alternative === '' ? source.slice(0, 60) : excerptOf(alternative);
  if (typeof image === 'string') return problems.note(image, named);
  if (!place.visible) return problems.note('TEXT_HIDDEN', named);
  const asked = declarationsOf(attributes['style'] ?? '').get('width') ?? attributes['width'];
  const width = Math.round(pixelsOf(asked, 600) ?? image.width);
  builder.add({ kind: 'image', ...image, width: Math.min(2_000, Math.max(8, width)), alternative, alignment: place.alignment });
}
