import { parseCnpj, parseCpf } from '@guiche/kit/registry-numbers';

// LW-03 (domain.md): what the public searches and is shown has no registry numbers, addresses or telephones of people.
const separator = '[.\\-/ \\u00a0]?';
const cpf = new RegExp(`(?<![\\p{L}\\p{N}])\\d{3}${separator}\\d{3}${separator}\\d{3}${separator}\\d{2}(?![\\p{L}\\p{N}])`, 'gu');
const cnpj = /(?<![\p{L}\p{N}])[0-9A-Z]{2}[.]?[0-9A-Z]{3}[.]?[0-9A-Z]{3}[/]?[0-9A-Z]{4}-?\d{2}(?![\p{L}\p{N}])/giu;
// Written like a CPF, with a slip in it: still somebody's number.
const formattedCpf = /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g;
const announcedCpf = /\b(CPF(?:\/MF)?\s*(?:n[ºo°.]*)?\s*:?\s*)\d[\d.\-/ ]{8,16}\d/giu;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const telephone = /(?<![\p{L}\p{N}])(?:\+?55[ .-]?)?(?:\(0?\d{2}\)[ ]?|\b0?\d{2}[ .-])9?\d{4}[-. ]?\d{4}(?!\d)|(?<![\p{L}\p{N}])9\d{4}-\d{4}(?!\d)/gu;
const announcedTelephone = /\b((?:tel(?:efone)?|fone|cel(?:ular)?|whats(?:app)?)[s.]*\s*:?\s*)\+?\(?\d[\d().\- ]{6,18}\d/giu;

/** What stands where personal data stood; none of these holds a letter or digit, so none can be searched for. */
export const personalDataMasks = { cpf: '***.***.***-**', cnpj: '**.***.***/****-**', email: '***@***', telephone: '(**) *****-****' } as const;

/** A text without CPF, CNPJ, e-mail addresses and telephone numbers, however they are formatted. */
export function maskPersonalData(text: string): string {
  return text
    .replace(email, personalDataMasks.email)
    .replace(announcedCpf, `$1${personalDataMasks.cpf}`)
    .replace(announcedTelephone, `$1${personalDataMasks.telephone}`)
    .replace(cnpj, (written) => (parseCnpj(written) === undefined ? written : personalDataMasks.cnpj))
    .replace(cpf, (written) => (parseCpf(written) === undefined ? written : personalDataMasks.cpf))
    .replace(formattedCpf, personalDataMasks.cpf)
    .replace(telephone, personalDataMasks.telephone);
}
