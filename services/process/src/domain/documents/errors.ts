import { defineErrors } from '@guiche/kit/errors';

/** Refusals about documents and their files. */
export const documentErrors = defineErrors({
  DOCUMENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este documento entre os que você pode ver.',
    en: 'We did not find this document among those you may see.',
  },
  STAGED_FILE_LOST: {
    kind: 'unavailable',
    pt: 'O arquivo preparado se perdeu antes de ser usado. Tente de novo.',
    en: 'The prepared file was lost before it was used. Try again.',
  },
  DOCUMENT_ALREADY_CANCELLED: {
    kind: 'conflict',
    pt: 'Este documento foi cancelado. O número continua reservado; inclua outro documento se for preciso.',
    en: 'This document was cancelled. Its number stays taken; add another document if need be.',
  },
  DOCUMENT_OF_PETITION: {
    kind: 'conflict',
    pt: 'Documentos que vieram por petição não podem ser cancelados.',
    en: 'Documents that came by a petition cannot be cancelled.',
  },
  DOCUMENT_OF_INTIMATION: {
    kind: 'conflict',
    pt: 'Este documento faz parte da intimação {intimation} e não pode mais mudar.',
    en: 'This document belongs to intimation {intimation} and cannot change any more.',
  },
  DOCUMENT_LOCKED: {
    kind: 'conflict',
    pt: 'Outra unidade já recebeu o processo com este documento, que por isso não muda mais. Inclua um novo documento.',
    en: 'Another unit has received the process with this document, so that it does not change any more. Add a new document.',
  },
  DOCUMENT_NOT_WRITTEN: {
    kind: 'conflict',
    pt: 'Este documento não foi escrito no editor e por isso não tem texto para alterar. Cancele-o e inclua outro se for preciso.',
    en: 'This document was not written in the editor, so that it has no text to change. Cancel it and add another if need be.',
  },
  DOCUMENT_CONTENT_REFUSED: {
    kind: 'invalid',
    pt: 'O texto do documento não pode ser aceito como está: veja os problemas em `fields`.',
    en: 'The text of the document cannot be taken as it is: see the problems in `fields`.',
  },
});
