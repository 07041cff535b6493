import type { Wording, WordingFacts } from './wording-facts.ts';

export const petitionMessageKinds = ['PETITION_FILED', 'PETITION_RECEIVED'] as const;

export type PetitionMessageKind = (typeof petitionMessageKinds)[number];

export const petitionLinkLabels: Record<PetitionMessageKind, string> = {
  PETITION_FILED: 'Abrir o processo e o recibo',
  PETITION_RECEIVED: 'Abrir o processo',
};

/** Words of the confirmation to the petitioner and of the alert to the unit (PT-05), in Portuguese. */
export function wordPetitionMessage(kind: PetitionMessageKind, facts: WordingFacts): Wording {
  const { processNumber: number = '', receiptNumber: receipt = '', filedAt = '' } = facts;
  const link = facts.link === undefined ? {} : { link: facts.link };
  switch (kind) {
    case 'PETITION_FILED':
      return {
        subject: `Peticionamento recebido: recibo ${receipt}`,
        text: [
          `O seu peticionamento foi recebido em ${filedAt} (horário oficial de Brasília) e está no processo ${number}.`,
          `O Recibo Eletrônico de Protocolo nº ${receipt} está no processo: guarde o número.`,
          // PT-02
          'O ato considera-se realizado no dia e na hora do recebimento e é tempestivo até as 23:59:59 do último dia do prazo, pelo horário oficial de Brasília.',
        ].join('\n\n'),
        ...link,
      };
    case 'PETITION_RECEIVED':
      // PS-03: of a secret process the mailbox of a unit is told nothing but that something came.
      if (number === '') {
        return {
          subject: 'Novo peticionamento sigiloso',
          text: `A unidade recebeu um peticionamento em processo sigiloso, em ${filedAt} (horário oficial de Brasília). Quem tem credencial o encontra em vermelho em "Recebidos", no Controle de Processos.`,
          ...link,
        };
      }
      return {
        subject: `Novo peticionamento no processo ${number}`,
        text: `A unidade recebeu um peticionamento no processo ${number}, em ${filedAt} (horário oficial de Brasília), com o Recibo Eletrônico de Protocolo nº ${receipt}. O processo está em vermelho em "Recebidos", no Controle de Processos.`,
        ...link,
      };
  }
}
