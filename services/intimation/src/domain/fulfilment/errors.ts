import { defineErrors } from '@guiche/kit/errors';

/** Refusals about what becomes of a notice once it is issued: no transition but those of domain.md section 2. */
export const fulfilmentErrors = defineErrors({
  NOTICE_NOT_ISSUED: {
    kind: 'conflict',
    pt: 'A intimação não foi expedida. Só a intimação expedida pode ser cumprida.',
    en: 'The intimation was not issued. Only an issued one can be fulfilled.',
  },
  TACIT_DEADLINE_OPEN: {
    kind: 'conflict',
    pt: 'O prazo tácito vai até {date}. Antes disso a intimação só pode ser cumprida por consulta.',
    en: 'The tacit deadline lasts until {date}. Before that the intimation can only be fulfilled by consultation.',
  },
  NOTICE_NOT_FULFILLED: {
    kind: 'conflict',
    pt: 'A intimação ainda não foi cumprida. Consulte-a primeiro.',
    en: 'The intimation was not fulfilled yet. Open it first.',
  },
  RESPONSE_NOT_OFFERED: {
    kind: 'conflict',
    pt: 'Esta intimação não oferece esse tipo de resposta. Escolha um dos que ela indica.',
    en: 'This intimation does not offer that response type. Choose one of those it names.',
  },
  RESPONSE_OUT_OF_TIME: {
    kind: 'conflict',
    pt: 'O prazo desta resposta terminou às 23:59:59 de {date}.',
    en: 'The deadline of this response ended at 23:59:59 on {date}.',
  },
  CERTIFICATE_ALREADY_FILED: {
    kind: 'conflict',
    pt: 'Esta intimação já tem a certidão {number}. Há uma só certidão por destinatário.',
    en: 'This intimation has the certificate {number} already. There is one for each recipient.',
  },
  FAILED_NOTICE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não há falha pendente com esse código. Atualize a lista.',
    en: 'There is no pending failure of that id. Load the list again.',
  },
});
