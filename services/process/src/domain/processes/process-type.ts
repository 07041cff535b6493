import { processErrors } from '../errors.ts';

/** A type of process (tipo de processo). */
export interface ProcessType {
  readonly key: string;
  readonly name: string;
}

/** The type of the process that an approved accreditation ends in (ID-06). */
export const accreditationType: ProcessType = {
  key: 'external-user-accreditation',
  name: 'Credenciamento de Usuário Externo',
};

/** Types every city starts with; staff may open all of them by hand but the accreditation. */
const types: readonly ProcessType[] = [
  accreditationType,
  { key: 'general-request', name: 'Requerimento geral' },
  { key: 'complaint', name: 'Reclamação sobre serviço público' },
  { key: 'procurement', name: 'Contratação' },
  { key: 'personnel', name: 'Gestão de pessoas' },
];

/** The type of this key; every stored process has one. */
export function processType(key: string): ProcessType {
  const type = types.find((candidate) => candidate.key === key);
  if (type === undefined) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey: key });
  return type;
}

/** The type of this key, if staff may open it by hand. */
export function openableType(key: string): ProcessType {
  const type = processType(key);
  if (type === accreditationType) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey: key });
  return type;
}
