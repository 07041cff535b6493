/** A language that messages are written in. */
export type Language = 'pt' | 'en';

/** The language of messages: English only when it is asked for before Portuguese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const asked = acceptLanguage?.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked?.find((part) => part === 'pt' || part === 'en') === 'en' ? 'en' : 'pt';
}
