/** What an intimation asks of its recipients (IN-02): an answer is demanded, is possible, or there is none to give. */
export type ResponseMode = 'REQUIRED' | 'OPTIONAL' | 'NONE';

/** As people read it. */
export const responseModeLabels: Readonly<Record<ResponseMode, string>> = {
  REQUIRED: 'Exige Resposta',
  OPTIONAL: 'Resposta Facultativa',
  NONE: 'Sem Resposta',
};
