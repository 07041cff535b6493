import type { Municipality, Unit } from '../settings/municipality.ts';
import { longDate } from './long-date.ts';

/** What a template of a document may ask for, `{{numero_do_processo}}`, with the words shown beside the editor. */
export const templateVariables = {
  municipio: 'Nome da cidade',
  uf: 'Sigla do estado',
  prefeitura: 'Nome da prefeitura',
  sigla_da_prefeitura: 'Sigla da prefeitura',
  unidade: 'Nome da unidade que faz o documento',
  sigla_da_unidade: 'Sigla da unidade que faz o documento',
  numero_do_processo: 'Número do processo',
  tipo_do_processo: 'Tipo do processo',
  especificacao: 'Especificação do processo',
  numero_do_documento: 'Número do documento',
  tipo_do_documento: 'Tipo do documento',
  nome_do_interessado: 'Nome do primeiro interessado',
  interessados: 'Nomes de todos os interessados',
  data: 'Data do documento, por extenso',
  ano: 'Ano do documento',
  local_e_data: 'Cidade e data do documento, por extenso',
  nome_do_assinante: 'Nome de quem assina',
  cargo_do_assinante: 'Cargo ou função de quem assina',
} as const;

export type TemplateVariable = keyof typeof templateVariables;

/** Null for what the document does not have: nobody to sign yet, no interested party. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

/** Whether a template may ask for it. */
export function isTemplateVariable(name: string): name is TemplateVariable {
  return Object.hasOwn(templateVariables, name);
}

/** What the variables say for one document. `day` is local, `2022-04-07`. */
export function templateValues(facts: {
  municipality: Municipality;
  unit: Pick<Unit, 'name' | 'acronym'> | undefined;
  process: { number: string; type: string; specification: string | null; interestedParties: readonly string[] };
  document: { number: string; type: string };
  signer: { name: string; role: string } | undefined;
  day: string;
}): TemplateValues {
  const { municipality, unit, process, document, signer, day } = facts;
  return {
    municipio: municipality.city,
    uf: municipality.state,
    prefeitura: municipality.name,
    sigla_da_prefeitura: municipality.acronym,
    unidade: unit?.name ?? null,
    sigla_da_unidade: unit?.acronym ?? null,
    numero_do_processo: process.number,
    tipo_do_processo: process.type,
    especificacao: process.specification,
    numero_do_documento: document.number,
    tipo_do_documento: document.type,
    nome_do_interessado: process.interestedParties[0] ?? null,
    interessados: process.interestedParties.length === 0 ? null : enumerate(process.interestedParties),
    data: longDate(day),
    ano: day.slice(0, 4),
    local_e_data: `${municipality.city}, ${longDate(day)}`,
    nome_do_assinante: signer?.name ?? null,
    cargo_do_assinante: signer?.role ?? null,
  };
}

/** `Ana, Bia e Caio`. */
function enumerate(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} e ${last}`;
}
