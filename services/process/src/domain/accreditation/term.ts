import { longDate } from '../documents/long-date.ts';
import type { Letterhead, Municipality, Unit } from '../settings/municipality.ts';

/** Name of the document that an external user signs (ID-08). */
export const termName = 'Termo de Credenciamento de Usuário Externo';

/** The data of the person as identity hands them over for the Term. */
export interface TermSheet {
  readonly fullName: string;
  /** Formatted, `529.982.247-25`. */
  readonly cpf: string;
  readonly email: string;
}

/** Everything that is printed, in order; how it looks is the renderer's business. */
export interface Term {
  readonly letterhead: { readonly name: string; readonly lines: readonly string[] };
  /** Acronyms of the unit, as on the city's other documents. */
  readonly unit: string;
  readonly title: string;
  readonly placeAndDate: string;
  readonly person: readonly { readonly label: string; readonly value: string }[];
  readonly preamble: readonly string[];
  readonly declarations: readonly string[];
  readonly closing: string;
}

/** `Campinas, 07 de abril de 2022.` from the local day `2022-04-07`. */
export function placeAndDate(city: string, day: string): string {
  return `${city}, ${longDate(day)}.`;
}

/** The Term of one person, in the municipality's name, dated with a local day. */
export function composeTerm(facts: {
  municipality: Municipality;
  letterhead: Letterhead | undefined;
  unit: Unit | undefined;
  sheet: TermSheet;
  day: string;
}): Term {
  const { municipality, letterhead, unit, sheet, day } = facts;
  const system = `Sistema Eletrônico de Processos do Município (${municipality.acronym})`;
  return {
    letterhead: {
      name: municipality.name,
      lines: letterhead?.lines ?? [`${municipality.city} - ${municipality.state}`],
    },
    unit: unit === undefined ? municipality.acronym : `${municipality.acronym} / ${unit.acronym} - ${unit.name}`,
    title: termName,
    placeAndDate: placeAndDate(municipality.city, day),
    person: [
      { label: 'Nome', value: sheet.fullName },
      { label: 'CPF', value: sheet.cpf },
      { label: 'E-mail', value: sheet.email },
    ],
    preamble: [
      `O ${system} é o meio oficial pelo qual a ${municipality.name} recebe, produz e faz tramitar os seus processos administrativos em meio digital.`,
      'Por este Termo, a pessoa natural acima identificada é credenciada como usuária externa, com acesso pessoal, exclusivo e intransferível ao sistema, e declara estar ciente de que:',
    ],
    declarations,
    closing: 'A assinatura eletrônica deste Termo, feita pela própria pessoa credenciada, vale como aceitação de todas as condições acima. Sem a assinatura dentro do prazo, o acesso é bloqueado.',
  };
}

const declarations = [
  'fez pessoalmente o próprio cadastro no sistema, e os dados e os documentos que apresentou são verdadeiros, sob as penas da lei;',
  'a autoria, a autenticidade e a integridade dos documentos produzidos e enviados no sistema são asseguradas por assinatura eletrônica, nos termos da Lei nº 14.063/2020;',
  'a sua assinatura eletrônica é a cadastrada no sistema e se faz com a identificação de usuário e a senha, conferida a senha a cada assinatura;',
  'a identificação e a senha são pessoais e intransferíveis, cabem à sua guarda e sigilo, e não poderá alegar uso indevido por terceiros que não tenha comunicado;',
  'responde civil, penal e administrativamente pelos atos que praticar no sistema e pela correspondência entre os documentos digitalizados que enviar e os originais, que conservará enquanto puderem ser exigidos;',
  'deve consultar o sistema com regularidade, porque nele são feitas as comunicações, as intimações e as notificações, com efeito legal e prazos que correm ainda que nenhuma mensagem chegue ao seu e-mail;',
  'os atos praticados em meio eletrônico se consideram feitos na data e hora do seu registro no sistema, e são tempestivos até as 23h59min59s do último dia do prazo, no horário oficial de Brasília;',
  'deve manter atualizados os seus dados, em especial o endereço de e-mail, e comunicar de imediato a perda do sigilo da senha ou qualquer uso não autorizado;',
  'são de sua responsabilidade as condições da sua conexão e dos seus equipamentos, e deve acompanhar a divulgação dos períodos de indisponibilidade do sistema;',
  'o credenciamento pode ser bloqueado em caso de uso indevido, de dados ou documentos falsos ou de descumprimento deste Termo, sem prejuízo da apuração das responsabilidades.',
];
