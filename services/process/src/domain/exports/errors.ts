import { defineErrors } from '@guiche/kit/errors';

/** Refusals about processes as one file. */
export const exportErrors = defineErrors({
  EXPORT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta cópia de processo entre as suas. Cópias ficam disponíveis por 7 dias.',
    en: 'We did not find this copy of a process among yours. Copies are kept for 7 days.',
  },
  EXPORT_EMPTY: {
    kind: 'invalid',
    pt: 'Não há documentos deste processo que você possa copiar assim.',
    en: 'There are no documents of this process that you may copy in this way.',
  },
  TOO_MANY_EXPORTS: {
    kind: 'rate-limited',
    pt: 'Você já tem cópias demais em andamento ou guardadas. Aguarde as que estão sendo feitas ou use as que já tem.',
    en: 'You have too many copies in progress or kept already. Wait for those being made or use those you have.',
  },
  EXPORT_ACCESS_CHANGED: {
    kind: 'conflict',
    pt: 'O que você pode ler deste processo mudou depois do pedido. Peça outra cópia.',
    en: 'What you may read of this process has changed since you asked. Ask for another copy.',
  },
  EXPORTS_BUSY: {
    kind: 'unavailable',
    pt: 'Outra cópia de processo está sendo feita. Esta vem em seguida.',
    en: 'Another copy of a process is being made. This one comes next.',
  },
});
