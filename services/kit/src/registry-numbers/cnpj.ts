/**
 * The canonical 14 characters of a CNPJ, numeric or alphanumeric (issued since July 2026), written in any way and
 * case, or undefined when it is not one. Value of a character = ASCII - 48. domain.md section 3.
 */
export function parseCnpj(text: string): string | undefined {
  const characters = text.replace(/[.\-/\s]/g, '').toUpperCase();
  if (!/^[0-9A-Z]{12}\d{2}$/.test(characters) || /^(\d)\1{13}$/.test(characters)) return undefined;
  const first = cnpjCheckDigit(characters.slice(0, 12));
  const second = cnpjCheckDigit(characters.slice(0, 12) + String(first));
  return characters.endsWith(`${String(first)}${String(second)}`) ? characters : undefined;
}

/** `12ABC34501DE35` -> `12.ABC.345/01DE-35`. */
export function formatCnpj(cnpj: string): string {
  return cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');
}

function cnpjCheckDigit(characters: string): number {
  const sum = [...characters]
    .reverse()
    .reduce((total, character, index) => total + (character.charCodeAt(0) - 48) * (2 + (index % 8)), 0);
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}
