import { Parser } from 'htmlparser2';
import { excerptOf } from '../../domain/documents/content-problem.ts';
import type { ContentProblem } from '../../domain/documents/content-problem.ts';
import { contentLimits } from '../../domain/documents/content.ts';
import type { Content } from '../../domain/documents/content.ts';
import { buildElement, endsParagraph, partOf } from './build-element.ts';
import { createContentBuilder } from './content-builder.ts';
import type { ContentBuilder } from './content-builder.ts';
import { createFoundProblems } from './found-problems.ts';
import type { FoundProblems } from './found-problems.ts';
import { reversingCharacter, visibleText, withoutControls } from './invisible-characters.ts';
import { showsAnotherPlace } from './link-target.ts';
import { openElement, outside, refuseWhatActs } from './open-element.ts';
import type { Attributes, OpenElement } from './open-element.ts';
import { canBeSeen } from './visibility.ts';
import type { Visibility } from './visibility.ts';

/** Read piece by piece, so that a source over the limits is left as soon as it is known to be. */
const pieceLength = 16 * 1024;

/**
 * Reads HTML of an editor into what a document may consist of, and says what in it could deceive. Never throws; what
 * comes with problems holds only what may be shown, but is not what the author meant.
 */
export function readHtml(html: string): { content: Content; problems: readonly ContentProblem[] } {
  const problems = createFoundProblems();
  if (Buffer.byteLength(html) > contentLimits.bytes) {
    problems.note('CONTENT_TOO_LARGE', `${String(contentLimits.bytes / 1024 / 1024)} MB`);
    return { content: { blocks: [] }, problems: problems.all() };
  }
  if (!html.isWellFormed()) problems.note('TEXT_BROKEN');
  const source = withoutControls(html.toWellFormed());
  const builder = createContentBuilder({
    nested: () => problems.note('CONTENT_TOO_COMPLEX', `> ${String(contentLimits.nesting)}`),
    wide: () => problems.note('CONTENT_TOO_COMPLEX', `<table> > ${String(contentLimits.tableColumns)}`),
    paragraph: (text) => problems.note('PARAGRAPH_TOO_LONG', excerptOf(text)),
    word: (text) => problems.note('WORD_TOO_LONG', excerptOf(text)),
  });
  const reader = createElementReader(builder, problems);
  const parser = new Parser(reader, { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true });
  for (let at = 0; at < source.length && !reader.isOverLimits(); at += pieceLength) parser.write(source.slice(at, at + pieceLength));
  if (!reader.isOverLimits()) parser.end();
  // Half a document could be taken for a whole one.
  const content = reader.isOverLimits() ? { blocks: [] } : builder.finish();
  return { content, problems: problems.all() };
}

function createElementReader(builder: ContentBuilder, problems: FoundProblems) {
  const open: OpenElement[] = [outside];
  let parts = 0;
  let images = 0;
  let characters = 0;
  let overLimits = false;

  const giveUp = (why: string): void => {
    overLimits = true;
    problems.note('CONTENT_TOO_COMPLEX', why);
  };
  const countPart = (): void => {
    parts += 1;
    if (parts === contentLimits.parts) giveUp(`> ${String(contentLimits.parts)}`);
  };

  return {
    isOverLimits: () => overLimits,

    onattribute(): void {
      countPart();
    },

    onopentag(name: string, attributes: Attributes): void {
      countPart();
      if (open.length > contentLimits.depth) giveUp(`> ${String(contentLimits.depth)}`);
      if (overLimits) return;
      const around = open.at(-1) ?? outside;
      refuseWhatActs(name, attributes, problems);
      const inside = Object.hasOwn(partOf, name) ? partOf[name] : undefined;
      if (inside !== undefined) builder.leaveImplied(inside);
      const element = openElement(around, name, attributes, { depth: builder.depth(), problems });
      open.push(element);
      if (element.unread) return;
      if (name === 'img') {
        images += 1;
        if (images === contentLimits.images + 1) problems.note('TOO_MANY_IMAGES', String(contentLimits.images));
      }
      if (images <= contentLimits.images || name !== 'img') buildElement(builder, element, attributes, problems);
    },

    ontext(data: string): void {
      if (overLimits) return;
      const element = open.at(-1) ?? outside;
      if (element.unread) return;
      const text = visibleText(data);
      const turning = reversingCharacter(data);
      if (turning !== undefined) problems.note('TEXT_REVERSED', text.trim() === '' ? turning : `${excerptOf(text)} (${turning})`);
      if (text.trim() !== '') refuseDeceivingText(text, element.visibility, problems);
      if (characters <= contentLimits.characters && characters + text.length > contentLimits.characters) {
        problems.note('TEXT_TOO_LONG', String(contentLimits.characters));
      }
      characters += text.length;
      const { marks, alignment, link } = element;
      if (link !== null) link.text += text;
      for (const [index, line] of (element.preformatted ? text.split('\n') : [text]).entries()) {
        if (index > 0) builder.lineBreak(alignment);
        if (line !== '') builder.text({ text: line, marks, link: link?.href ?? null }, alignment);
      }
    },

    oncomment(data: string): void {
      // What an editor leaves where the author broke the page.
      if (!overLimits && data.trim() === 'pagebreak') builder.add({ kind: 'page-break' });
    },

    onclosetag(name: string): void {
      if (overLimits || open.length === 1) return;
      const element = open.pop() ?? outside;
      const { link } = element;
      if (link !== null && link !== open.at(-1)?.link && showsAnotherPlace(link.text, link.href)) {
        problems.note('LINK_MISLEADING', `${excerptOf(link.text)} → ${link.href.slice(0, 100)}`);
      }
      if (element.unread) return;
      if (endsParagraph(name)) builder.closeParagraph();
      builder.closeTo(element.depth);
    },
  };
}

function refuseDeceivingText(text: string, visibility: Visibility, problems: FoundProblems): void {
  if (!canBeSeen(visibility)) problems.note('TEXT_HIDDEN', excerptOf(text));
  if (visibility.reversed) problems.note('TEXT_REVERSED', excerptOf(text));
}
