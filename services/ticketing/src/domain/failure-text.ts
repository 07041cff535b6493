const sendAgain = 'Peça ao requerente que o envie de novo e aprove outra vez.';
const checkPerson = 'Confira a situação do usuário antes de aprovar outra vez.';
const setUp = 'A configuração do município está incompleta. Avise o administrador e aprove outra vez depois da correção.';

/** Codes of identity and process, and what the clerk can do about each. */
const advice: ReadonlyMap<string, string> = new Map([
  ['FILE_HASH_MISMATCH', `Um dos arquivos enviados chegou diferente do original. ${sendAgain}`],
  ['FILE_SIZE_MISMATCH', `Um dos arquivos enviados chegou incompleto. ${sendAgain}`],
  ['FILE_EMPTY', `Um dos arquivos enviados está vazio. ${sendAgain}`],
  ['FILE_TOO_LARGE', `Um dos arquivos passa do limite de tamanho. ${sendAgain}`],
  ['FILE_TYPE_NOT_ACCEPTED', `Um dos arquivos não é imagem nem PDF. ${sendAgain}`],
  ['FILE_NOT_FOUND', `Um dos arquivos não pôde ser lido. ${sendAgain}`],
  ['REMOTE_FILE_REFUSED', `Um dos arquivos não pôde ser lido. ${sendAgain}`],
  ['ACCREDITATION_NOT_FOUND', 'O requerente não tem pré-cadastro neste município. Peça que o faça e aprove outra vez.'],
  ['ACCREDITATION_NOT_UNDER_ANALYSIS', `O credenciamento não está em análise. ${checkPerson}`],
  ['ACCREDITATION_NOT_RELEASING', `O credenciamento mudou de situação enquanto a aprovação corria. ${checkPerson}`],
  ['ACCREDITATION_HAS_ANOTHER_TICKET', 'O credenciamento está sendo analisado em outro chamado. Atenda aquele e recuse este.'],
  ['ACCREDITATION_BLOCKED', `O usuário está bloqueado. ${checkPerson}`],
  ['ACCREDITATION_DEACTIVATED', `O usuário está desativado. ${checkPerson}`],
  ['PROCESS_TYPE_UNKNOWN', setUp],
  ['NUMBER_MASK_INVALID', setUp],
  ['NUMBER_CODE_MISSING', setUp],
]);

/** Why an approval failed and what the clerk can do, in one text. Codes nobody foresaw are shown as they are. */
export function failureText({ code, detail }: { code: string; detail?: string }): string {
  const said = advice.get(code) ?? 'Confira os dados e os documentos e aprove outra vez. Se persistir, informe o código ao suporte.';
  const more = detail === undefined || detail === '' ? '' : ` Detalhe: ${detail}`;
  return `A aprovação não pôde ser concluída e foi desfeita. ${said}${more} (código ${code})`;
}
