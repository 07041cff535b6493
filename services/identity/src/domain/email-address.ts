const pattern = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu;

/** Whether mail could be sent to `text`, judged by its form alone. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && text.isWellFormed() && pattern.test(text);
}

/** The form in which addresses are compared: two that differ in case only are the same. */
export function emailKeyOf(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
