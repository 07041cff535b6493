const documents = ['application/pdf', 'image/png', 'image/jpeg'];
const megabytes20 = 20 * 1024 * 1024;

/**
 * The catalogue entry "Cadastro de Usuário Externo" with the form of Campinas' manual (ID-04, ID-05): personal data,
 * photo ID and proof of address required, proof of bond optional, 20 MB each, image or PDF.
 */
export function accreditationService(city: { id: string; acronym: string }, unitId: string) {
  return {
    municipalityId: city.id,
    key: 'accreditation',
    name: 'Cadastro de Usuário Externo no SEI',
    description: 'Libera o seu pré-cadastro para assinar documentos e acompanhar processos eletrônicos.',
    guidance:
      'Faça antes o pré-cadastro no portal e confirme o seu e-mail. Envie imagens legíveis ou PDF, de até 20 MB cada. A equipe compara os dados com os documentos e responde por este chamado.',
    categoryPath: ['Serviços', 'SEI - Sistema Eletrônico de Informações'],
    unitId,
    audience: 'Cidadão',
    active: true,
    onlyOneOpen: true,
    fields: [
      {
        key: 'registered',
        label: 'Cadastro realizado',
        kind: 'CHECKBOX',
        required: true,
        help: 'Marque se já fez o pré-cadastro de usuário externo.',
        link: { text: 'Ainda não fiz o pré-cadastro', url: '/pre-cadastro' },
      },
      { key: 'fullName', label: 'Nome completo', kind: 'TEXT', required: true, maxLength: 150 },
      { key: 'cpf', label: 'CPF', kind: 'CPF', mask: '000.000.000-00', required: true, help: 'Com ou sem pontos e traço.' },
      { key: 'email', label: 'E-mail para contato', kind: 'EMAIL', required: true },
      {
        key: 'photoId',
        label: 'Documento oficial com foto e CPF',
        kind: 'FILE',
        required: true,
        help: 'Foto ou PDF de um documento oficial com foto em que conste o CPF.',
        files: { accept: documents, maxBytes: megabytes20, minCount: 1, maxCount: 2 },
      },
      {
        key: 'proofOfAddress',
        label: 'Comprovante de endereço',
        kind: 'FILE',
        required: true,
        help: 'Conta de água, de telefone fixo, de gás encanado ou de energia elétrica.',
        files: { accept: documents, maxBytes: megabytes20, minCount: 1, maxCount: 2 },
      },
      {
        key: 'proofOfBond',
        label: 'Comprovação de vínculo',
        kind: 'FILE',
        required: false,
        help: 'Somente se for preciso comprovar vínculo com o titular do comprovante de endereço.',
        files: { accept: documents, maxBytes: megabytes20, minCount: 0, maxCount: 2 },
      },
    ],
  };
}
