/*
 * Characters that are not seen. Those that only travel along when people copy text (zero width, soft hyphens, marks of
 * direction that change no order, controls, tags) are left out in silence. Those that make text read in another order
 * than it is written (right-to-left embedding, override and isolate, left-to-right override) could deceive: refused.
 * Letters of right-to-left scripts need none of them.
 */
const noise = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a\u202c\u2060-\u2066\u2068-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const reversing = /[\u202b\u202d\u202e\u2067]/gu;
const controls = /[^\P{Cc}\t\n\r\f]/gu;

/** The first character that makes the text read in another order, as `U+202E`. */
export function reversingCharacter(text: string): string | undefined {
  const [found] = text.match(reversing) ?? [];
  return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The text without what nobody sees, in the composed form (NFC) that fonts and search expect. */
export function visibleText(text: string): string {
  return text.replace(controls, '').replace(noise, '').replace(reversing, '').normalize('NFC');
}

/** Source without control characters, so that a tag cut by a null byte is seen for what it becomes. */
export function withoutControls(source: string): string {
  return source.replace(controls, '');
}
