const typedLimit = 128;
/** What people type or paste between the characters of a number: spaces, dots, slashes, underscores, dashes of any kind. */
const formatting = /[\s./_\p{Pd}\u2212]/gu;

/**
 * A number without its formatting, letters in upper case. Undefined when anything but letters A to Z, digits and
 * formatting is in it, or when it is longer than anybody types: nothing is dropped to make a number fit.
 */
export function plainCharacters(text: string): string | undefined {
  if (text.length > typedLimit) return undefined;
  const characters = text.replace(formatting, '');
  // Checked before it is upper-cased, which would make SS of ß.
  return /^[0-9A-Za-z]*$/.test(characters) ? characters.toUpperCase() : undefined;
}
