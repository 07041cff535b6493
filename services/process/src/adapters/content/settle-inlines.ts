import type { Inline, Mark, Run } from '../../domain/documents/content.ts';
import { markOrder } from '../../domain/documents/content.ts';

/** Text as it arrives, before its spaces are settled. */
export interface LooseRun {
  text: string;
  readonly marks: ReadonlySet<Mark>;
  readonly link: string | null;
}

export type LooseInline = LooseRun | 'break';

/**
 * One spelling for what looks the same: spaces run together, none at the ends of a line, no breaks at the end, no empty
 * stretch, neighbours that look the same joined, marks in one order.
 */
export function settleInlines(loose: readonly LooseInline[]): readonly Inline[] {
  const settled: (LooseRun | 'break')[] = [];
  let afterSpace = true;
  for (const inline of loose) {
    if (inline === 'break') {
      trimEnd(settled);
      settled.push('break');
      afterSpace = true;
      continue;
    }
    let text = inline.text.replace(/[ \t\r\n\f]+/g, ' ');
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    const last = settled.at(-1);
    if (last !== undefined && last !== 'break' && looksLike(last, inline)) last.text += text;
    else settled.push({ ...inline, text });
  }
  trimEnd(settled);
  while (settled.at(-1) === 'break') {
    settled.pop();
    trimEnd(settled);
  }
  return settled.map((inline) => (inline === 'break' ? { kind: 'break' } : runOf(inline)));
}

function trimEnd(inlines: LooseInline[]): void {
  const last = inlines.at(-1);
  if (last === undefined || last === 'break') return;
  last.text = last.text.replace(/ $/, '');
  if (last.text !== '') return;
  inlines.pop();
  trimEnd(inlines);
}

/** Whether two stretches of text look the same. */
export function looksLike(one: Pick<LooseRun, 'marks' | 'link'>, other: Pick<LooseRun, 'marks' | 'link'>): boolean {
  return one.link === other.link && one.marks.size === other.marks.size && [...one.marks].every((mark) => other.marks.has(mark));
}

function runOf({ text, marks, link }: LooseRun): Run {
  return { kind: 'run', text: text.normalize('NFC'), marks: markOrder.filter((mark) => marks.has(mark)), link };
}
