export { formatCnpj, parseCnpj, readCnpj } from './cnpj.ts';
export { formatCpf, maskCpf, parseCpf } from './cpf.ts';
export { formatNup, nupCheckDigits, parseNup, readNup } from './nup.ts';
export type { NumberReading } from './number-reading.ts';
export { plainCharacters } from './plain-characters.ts';
