import { defineErrors } from '@guiche/kit/errors';

/** Refusals about reports of intimations and their copies. */
export const reportErrors = defineErrors({
  INTIMATION_EXPORT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta planilha entre as suas. Planilhas ficam disponíveis por 7 dias, enquanto você puder ver tudo o que há nelas.',
    en: 'We did not find this spreadsheet among yours. They are kept for 7 days, as long as you may see all that is in them.',
  },
  TOO_MANY_INTIMATION_EXPORTS: {
    kind: 'rate-limited',
    pt: 'Você já tem planilhas demais em andamento ou guardadas. Aguarde as que estão sendo feitas ou use as que já tem.',
    en: 'You have too many spreadsheets in progress or kept already. Wait for those being made or use those you have.',
  },
  DOWNLOAD_ALREADY_USED: {
    kind: 'not-found',
    pt: 'Este endereço já foi usado e vale uma só vez. Abra a planilha de novo para obter outro.',
    en: 'This address was used and works once. Open the spreadsheet again to get another.',
  },
});
