import { escapeHtml } from '../../domain/documents/escape-html.ts';
import type { Alignment, Block, Cell, Content, Inline, List, Mark, Run } from '../../domain/documents/content.ts';

/** The one spelling of a content as HTML: the same content is always the same text, and reads back as itself. */
export function writeHtml(content: Content): string {
  return content.blocks.map(blockHtml).join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${aligned(block.alignment)}>${inlineHtml(block.inlines)}</p>`;
    case 'heading':
      return `<h${String(block.level)}${aligned(block.alignment)}>${inlineHtml(block.inlines)}</h${String(block.level)}>`;
    case 'quote':
      return `<blockquote>${within(block.blocks)}</blockquote>`;
    case 'list':
      return listHtml(block);
    case 'table':
      return `<table>\n${block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')}\n</table>`;
    case 'rule':
      return '<hr>';
    case 'page-break':
      return '<hr class="page-break">';
    case 'image': {
      const { mediaType, base64, alternative, width, alignment } = block;
      const image = `<img src="data:${mediaType};base64,${base64}" alt="${escapeHtml(alternative)}" width="${String(width)}">`;
      return alignment === null ? image : `<figure${aligned(alignment)}>${image}</figure>`;
    }
  }
}

function within(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

function aligned(alignment: Alignment | null): string {
  return alignment === null ? '' : ` style="text-align:${alignment}"`;
}

const listTypes = { decimal: '1', 'lower-alpha': 'a', 'upper-alpha': 'A', 'lower-roman': 'i', 'upper-roman': 'I' } as const;

function listHtml({ numbering, start, items }: List): string {
  const inside = items.map((blocks) => `<li>${within(blocks)}</li>`).join('\n');
  if (numbering === null) return `<ul>\n${inside}\n</ul>`;
  const type = numbering === 'decimal' ? '' : ` type="${listTypes[numbering]}"`;
  return `<ol${type}${start === 1 ? '' : ` start="${String(start)}"`}>\n${inside}\n</ol>`;
}

function cellHtml({ header, columns, rows, blocks }: Cell): string {
  const name = header ? 'th' : 'td';
  const across = columns === 1 ? '' : ` colspan="${String(columns)}"`;
  const down = rows === 1 ? '' : ` rowspan="${String(rows)}"`;
  return `<${name}${across}${down}>${within(blocks)}</${name}>`;
}

const elementOfMark: Readonly<Record<Mark, string>> = {
  bold: 'strong', italic: 'em', underline: 'u', strike: 's', sub: 'sub', sup: 'sup',
};

function inlineHtml(inlines: readonly Inline[]): string {
  let html = '';
  let link: string | null = null;
  for (const inline of inlines) {
    const next: string | null = inline.kind === 'run' ? inline.link : null;
    if (next !== link) {
      html += (link === null ? '' : '</a>') + (next === null ? '' : `<a href="${escapeHtml(next)}">`);
      link = next;
    }
    html += inline.kind === 'run' ? runHtml(inline) : '<br>';
  }
  return link === null ? html : `${html}</a>`;
}

function runHtml({ text, marks }: Run): string {
  return marks.reduceRight((html, mark) => `<${elementOfMark[mark]}>${html}</${elementOfMark[mark]}>`, escapeHtml(text));
}
