export { formatCnpj, parseCnpj } from './cnpj.ts';
export { formatCpf, maskCpf, parseCpf } from './cpf.ts';
