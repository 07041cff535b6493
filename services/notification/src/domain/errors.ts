import { defineErrors } from '@guiche/kit/errors';

/** Refusals of this service. */
export const notificationErrors = defineErrors({
  MESSAGE_NOT_FOUND: { kind: 'not-found', pt: 'Mensagem não encontrada.', en: 'Message not found.' },
  MUNICIPALITY_UNKNOWN: {
    kind: 'unavailable',
    pt: 'O município ainda não é conhecido.',
    en: 'The municipality is not known yet.',
  },
  CONTACT_UNKNOWN: {
    kind: 'unavailable',
    pt: 'O contato do destinatário ainda não é conhecido.',
    en: 'The contact of the recipient is not known yet.',
  },
  MAIL_REFUSED: {
    kind: 'invalid',
    pt: 'O servidor de e-mail recusou a mensagem: {reason}',
    en: 'The mail server refused the message: {reason}',
  },
  MAIL_NOT_SENT: {
    kind: 'unavailable',
    pt: 'O servidor de e-mail não respondeu: {reason}',
    en: 'The mail server did not answer: {reason}',
  },
  MAIL_GIVEN_UP: {
    kind: 'invalid',
    pt: 'O e-mail não foi aceito depois de {attempts} tentativas.',
    en: 'The e-mail was not accepted after {attempts} attempts.',
  },
});
