import type { Alignment, Mark } from '../../domain/documents/content.ts';
import { forbiddenElements, marksIn, unreadElements } from './element-meaning.ts';
import type { FoundProblems } from './found-problems.ts';
import { declarationsOf, styleLimit } from './inline-style.ts';
import { visibleText } from './invisible-characters.ts';
import { linkTarget } from './link-target.ts';
import { plainlyVisible, visibilityOf } from './visibility.ts';
import type { Visibility } from './visibility.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element that is open, and what it hands down to the text in it. */
export interface OpenElement {
  readonly name: string;
  readonly marks: ReadonlySet<Mark>;
  readonly alignment: Alignment | null;
  readonly visibility: Visibility;
  readonly preformatted: boolean;
  readonly unread: boolean;
  /** Its words are gathered, to be compared with where it goes. */
  readonly link: { readonly href: string; text: string } | null;
  /** Of the builder, before the element. */
  readonly depth: number;
}

/** Around everything. */
export const outside: OpenElement = {
  name: '', marks: new Set(), alignment: null, visibility: plainlyVisible, preformatted: false, unread: false, link: null, depth: 1,
};

/** What runs, or is shown by something else than the text itself, is refused wherever it stands. */
export function refuseWhatActs(name: string, attributes: Attributes, problems: FoundProblems): void {
  if (name === 'script' || (name === 'meta' && 'http-equiv' in attributes)) problems.note('SCRIPT_FORBIDDEN', `<${name}>`);
  if (forbiddenElements.has(name)) problems.note('ELEMENT_FORBIDDEN', `<${name}>`);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith('on')) problems.note('SCRIPT_FORBIDDEN', attribute.slice(0, 40));
    if (attribute === 'srcdoc') problems.note('ELEMENT_FORBIDDEN', attribute);
    if (attribute === 'style' && value.length > styleLimit) problems.note('CONTENT_TOO_COMPLEX', `style > ${String(styleLimit)}`);
    if ((attribute === 'background' || attribute === 'srcset') && value.trim() !== '') problems.note('IMAGE_EXTERNAL', value.slice(0, 60));
  }
}

/** The element with what it changes of what it was handed down. */
export function openElement(
  around: OpenElement,
  name: string,
  attributes: Attributes,
  { depth, problems }: { depth: number; problems: FoundProblems },
): OpenElement {
  const style = 'style' in attributes ? declarationsOf(attributes['style']) : noStyle;
  for (const [property, value] of style) {
    if (/url\(|image-set\(|expression\(/.test(value)) problems.note('IMAGE_EXTERNAL', `${property}: ${value.slice(0, 60)}`);
  }
  const unread = around.unread || name === 'script' || forbiddenElements.has(name) || unreadElements.has(name);
  return {
    name,
    marks: marksIn(around.marks, name, style),
    alignment: alignmentOf(style.get('text-align') ?? attributes['align'] ?? (name === 'center' ? 'center' : undefined), around.alignment),
    visibility: visibilityOf(around.visibility, style, attributes),
    preformatted: around.preformatted || name === 'pre',
    unread,
    link: name === 'a' && !unread ? linkOf(attributes['href'], problems) : around.link,
    depth,
  };
}

const noStyle: ReadonlyMap<string, string> = new Map();

function alignmentOf(asked: string | undefined, around: Alignment | null): Alignment | null {
  switch (asked?.trim().toLowerCase()) {
    case 'center':
    case 'middle':
    case '-webkit-center':
      return 'center';
    case 'right':
    case 'end':
    case '-webkit-right':
      return 'right';
    case 'justify':
      return 'justify';
    case 'left':
    case 'start':
    case '-webkit-left':
      return null;
    case undefined:
    default:
      return around;
  }
}

function linkOf(href: string | undefined, problems: FoundProblems): OpenElement['link'] {
  const target = linkTarget(href ?? '');
  switch (target.kind) {
    case 'address':
      return { href: target.href, text: '' };
    case 'none':
      return null;
    case 'script':
      problems.note('SCRIPT_FORBIDDEN', shortAddress(href));
      return null;
    case 'forbidden':
      problems.note('LINK_FORBIDDEN', shortAddress(href));
      return null;
  }
}

function shortAddress(href = ''): string {
  return visibleText(href).replace(/\s+/g, '').slice(0, 100);
}
