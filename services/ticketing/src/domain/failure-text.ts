const advice: ReadonlyMap<string, string> = new Map([
  ['FILE_HASH_MISMATCH', 'Um dos arquivos enviados chegou diferente do original. Peça ao requerente que o envie de novo e aprove outra vez.'],
  ['FILE_SIZE_MISMATCH', 'Um dos arquivos enviados chegou incompleto. Peça ao requerente que o envie de novo e aprove outra vez.'],
  ['FILE_TOO_LARGE', 'Um dos arquivos passa do limite de tamanho. Peça ao requerente uma versão menor e aprove outra vez.'],
  ['FILE_TYPE_NOT_ACCEPTED', 'Um dos arquivos não é imagem nem PDF. Peça ao requerente outro formato e aprove outra vez.'],
  ['FILE_NOT_FOUND', 'Um dos arquivos não pôde ser lido. Peça ao requerente que o envie de novo e aprove outra vez.'],
  ['REMOTE_FILE_REFUSED', 'Um dos arquivos não pôde ser lido. Peça ao requerente que o envie de novo e aprove outra vez.'],
  ['ACCREDITATION_WRONG_STATE', 'O credenciamento não está em análise: confira a situação do usuário antes de aprovar outra vez.'],
  ['ACCREDITATION_NOT_FOUND', 'O requerente não tem pré-cadastro neste município. Peça que o faça e aprove outra vez.'],
  ['ACCREDITATION_BLOCKED', 'O usuário foi bloqueado enquanto a aprovação corria. Confira a situação dele antes de aprovar outra vez.'],
  ['ACCREDITATION_DEACTIVATED', 'O usuário foi desativado enquanto a aprovação corria. Confira a situação dele antes de aprovar outra vez.'],
]);

/** Why an approval failed and what the clerk can do, in one text. Codes nobody foresaw are shown as they are. */
export function failureText({ code, detail }: { code: string; detail?: string }): string {
  const said = advice.get(code) ?? 'Confira os dados e os documentos e aprove outra vez. Se persistir, informe o código ao suporte.';
  const more = detail === undefined || detail === '' ? '' : ` Detalhe: ${detail}`;
  return `A aprovação não pôde ser concluída e foi desfeita. ${said}${more} (código ${code})`;
}
