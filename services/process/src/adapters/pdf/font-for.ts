/** What all four faces of Roboto have; a spec holds it against the font files. */
const inRoboto =
  /^[ -~\u00a0-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01f0\u01fa-\u01ff\u0218-\u021b\u0237\u0259\u02bc\u02c6\u02c7\u02c9\u02d8-\u02dd\u0300\u0301\u0303\u0309\u030f\u0323\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0486\u0488-\u0513\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2000-\u200b\u2010\u2011\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2025-\u2027\u2030\u2032\u2033\u2039\u203a\u203c\u2044\u2070\u2074-\u208e\u20a3\u20a4\u20a6-\u20ac\u2105\u2113\u2116\u2122\u2126\u212e\u215b-\u215e\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca\u25cf\ufb01-\ufb04]*$/;

export type FontName = 'Roboto' | 'DejaVu';

/** The font for text that people typed: Roboto where it has the letters, else one that knows many more scripts. */
export function fontFor(text: string): FontName {
  return inRoboto.test(text) ? 'Roboto' : 'DejaVu';
}

/** A text in stretches of one font each, so that one sign of another script does not change the look of a paragraph. */
export function stretchesByFont(text: string): readonly { readonly text: string; readonly font: FontName }[] {
  if (fontFor(text) === 'Roboto') return [{ text, font: 'Roboto' }];
  const stretches: { text: string; font: FontName }[] = [];
  // Word by word: signs that combine stay with what they combine with.
  for (const word of text.match(/\s+|\S+/g) ?? []) {
    const last = stretches.at(-1);
    const font = word.trim() === '' && last !== undefined ? last.font : fontFor(word);
    if (last?.font === font) last.text += word;
    else stretches.push({ text: word, font });
  }
  return stretches;
}
