const inRoboto = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}\p{Zs}\p{P}@+]*$/u;

/** The font for text that people typed: Roboto where it has the letters, else one that knows many more scripts. */
export function fontFor(text: string): 'Roboto' | 'DejaVu' {
  return inRoboto.test(text) ? 'Roboto' : 'DejaVu';
}
