import { defineErrors } from '@guiche/kit/errors';

/** Refusals about petitions. */
export const petitionErrors = defineErrors({
  PETITION_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta petição entre as suas.',
    en: 'We did not find this petition among yours.',
  },
  PETITION_TYPE_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe o tipo de petição "{typeKey}" neste município. Escolha um da lista.',
    en: 'There is no petition type "{typeKey}" in this municipality. Choose one from the list.',
  },
  PETITION_TARGET_UNCLEAR: {
    kind: 'invalid',
    pt: 'Informe o tipo da petição, para um processo novo, o número do processo, para uma intercorrente, ou a intimação e o tipo de resposta: um dos três.',
    en: 'Give the type of the petition, for a new process, the number of the process, for an intercurrent one, or the notice and the response type: one of the three.',
  },
  PETITION_UNIT_UNKNOWN: {
    kind: 'invalid',
    pt: 'Esta unidade não recebe este tipo de petição. Escolha uma das unidades oferecidas.',
    en: 'This unit does not take this type of petition. Choose one of the units offered.',
  },
  PETITION_INCOMPLETE: {
    kind: 'invalid',
    pt: 'A petição ainda não está completa. Falta: {missing}.',
    en: 'The petition is not complete yet. Missing: {missing}.',
  },
  PETITION_FILED: {
    kind: 'conflict',
    pt: 'Esta petição já foi protocolada e não muda mais. Para corrigir, faça uma petição intercorrente.',
    en: 'This petition has been filed and does not change any more. To correct it, file an intercurrent petition.',
  },
  PETITION_CHANGED: {
    kind: 'conflict',
    pt: 'A petição mudou depois da autorização, talvez em outra aba. Confira-a e digite a senha outra vez.',
    en: 'The petition changed after the authorization, perhaps in another tab. Check it and type the password once more.',
  },
  PETITION_DOCUMENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Este documento não está na petição.',
    en: 'This document is not in the petition.',
  },
  PETITION_TOO_MANY_DOCUMENTS: {
    kind: 'invalid',
    pt: 'Uma petição tem no máximo {limit} documentos. Envie os outros em uma petição intercorrente.',
    en: 'A petition has at most {limit} documents. Send the others in an intercurrent petition.',
  },
  PETITION_TEXT_TOO_LONG: {
    kind: 'invalid',
    pt: 'O que foi escrito no editor para esta petição passa de {limit}. Reduza as imagens ou anexe parte como PDF.',
    en: 'What was written in the editor for this petition is more than {limit}. Reduce the pictures, or attach a part of it as a PDF.',
  },
  TOO_MANY_PETITION_DRAFTS: {
    kind: 'conflict',
    pt: 'Você tem {maximum} petições em rascunho neste município. Protocole ou descarte uma delas antes de começar outra.',
    en: 'You have {maximum} petitions in draft in this municipality. File or discard one of them before you begin another.',
  },
  PETITION_FILE_NAME_TWICE: {
    kind: 'invalid',
    pt: 'Já há na petição um arquivo com o nome "{fileName}". Mude o nome do arquivo.',
    en: 'The petition has a file named "{fileName}" already. Change the name of the file.',
  },
  PETITION_PRINCIPAL_TWICE: {
    kind: 'invalid',
    pt: 'A petição tem exatamente um documento principal. Retire o outro primeiro.',
    en: 'A petition has exactly one principal document. Remove the other one first.',
  },
  PETITION_DOCUMENT_TYPE_NOT_TAKEN: {
    kind: 'invalid',
    pt: 'Esta petição não leva documentos deste tipo nesta seção. Escolha um dos tipos oferecidos.',
    en: 'This petition does not take documents of this type in this section. Choose one of the types offered.',
  },
  PETITION_FILE_TOO_LARGE: {
    kind: 'invalid',
    pt: 'O limite deste documento é de {limit} bytes. Divida ou reduza o arquivo.',
    en: 'The limit of this document is {limit} bytes. Split or reduce the file.',
  },
  PETITION_FILE_EXTENSION: {
    kind: 'invalid',
    pt: 'O nome do arquivo precisa terminar em um destes tipos: {taken}.',
    en: 'The name of the file has to end in one of these types: {taken}.',
  },
  PETITION_EXTENSION_INVALID: {
    kind: 'invalid',
    pt: 'Escolha ao menos uma extensão de arquivo, entre estas: {taken}.',
    en: 'Choose at least one extension of files, of these: {taken}.',
  },
  PETITION_LIMIT_INVALID: {
    kind: 'invalid',
    pt: 'Os limites de arquivo vão de 1 MB a 20 MB.',
    en: 'Limits of files are from 1 MB to 20 MB.',
  },
  PETITION_FILE_LOST: {
    kind: 'unavailable',
    pt: 'Um arquivo da petição não pôde ser lido agora. Nada foi protocolado; tente de novo.',
    en: 'A file of the petition could not be read just now. Nothing was filed; try again.',
  },
  PETITION_WOULD_BE_UNSEEN: {
    kind: 'conflict',
    pt: 'O município ainda não definiu quem recebe petições sigilosas como esta. Procure o protocolo da prefeitura; nada foi protocolado.',
    en: 'The municipality has not said yet who receives secret petitions such as this one. Turn to the registry of the city hall; nothing was filed.',
  },
  PETITION_TYPE_SECRET: {
    kind: 'conflict',
    pt: 'O tipo {typeKey} começa sigiloso: ninguém da prefeitura veria o que fosse peticionado. Escolha outro, ou mude antes o nível do tipo.',
    en: 'The type {typeKey} starts secret: nobody of the city hall would see what is petitioned. Choose another one, or change the level of the type first.',
  },
  INTERCURRENT_NOT_OFFERED: {
    kind: 'conflict',
    pt: 'Este município não aceita petições intercorrentes. Utilize o Peticionamento de Processo Novo.',
    en: 'This municipality does not take intercurrent petitions. Use a petition for a new process.',
  },
  NO_UNIT_FOR_INTERCURRENT: {
    kind: 'conflict',
    pt: 'O processo indicado não aceita peticionamento intercorrente. Utilize o Peticionamento de Processo Novo.',
    en: 'The process does not take intercurrent petitions. Use a petition for a new process.',
  },
});
