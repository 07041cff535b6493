/** A city hall as it is set up on a fresh installation. Numbers and names of domain.md sections 1.7, 1.13 and 3. */
export interface City {
  readonly id: string;
  readonly name: string;
  readonly acronym: string;
  readonly state: string;
  readonly city: string;
  readonly addressLines: readonly string[];
  readonly bodies: readonly { readonly acronym: string; readonly name: string }[];
  readonly training: boolean;
  readonly units: readonly SeedUnit[];
  readonly numbering: {
    readonly mask: string;
    readonly sequencePer: 'BODY' | 'UNIT';
    readonly unitCodes?: readonly { readonly unitId: string; readonly code: string }[];
  };
  readonly calendar: {
    readonly tacitDays: number;
    readonly holidaysSource: string;
    readonly municipalHolidays: readonly { month: number; day: number; name: string; legalBasis: string }[];
  };
  readonly staff: readonly SeedStaff[];
}

export interface SeedUnit {
  readonly key: string;
  readonly name: string;
  readonly acronym: string;
  readonly body: string;
  readonly email: string;
}

export interface SeedStaff {
  readonly username: string;
  readonly fullName: string;
  readonly role: string;
  readonly roles: readonly ('CLERK' | 'ADMINISTRATOR')[];
  readonly units: readonly string[];
  /** Only for the training city, where the password is the user name (OB-07); others get one made for this machine. */
  readonly password?: string;
}

const protocolo = (body: string, domain: string): SeedUnit => ({
  key: 'protocolo-geral',
  name: 'Protocolo Geral',
  acronym: `${body}-PG`,
  body,
  email: `protocolo@${domain}`,
});

const usernames = Array.from({ length: 99 }, (_, index) => `usuario${String(index + 1).padStart(2, '0')}`);

export const cities: readonly City[] = [
  {
    id: 'campinas',
    name: 'Prefeitura Municipal de Campinas',
    acronym: 'PMC',
    state: 'SP',
    city: 'Campinas',
    addressLines: ['Avenida Anchieta, nº 200, Centro', 'CEP 13015-904, Campinas, SP', 'Paço Municipal'],
    bodies: [{ acronym: 'PMC', name: 'Prefeitura Municipal de Campinas' }],
    training: false,
    units: [
      protocolo('PMC', 'campinas.guiche.test'),
      { key: 'secretaria-saude', name: 'Secretaria de Saúde', acronym: 'PMC-SMS', body: 'PMC', email: 'saude@campinas.guiche.test' },
    ],
    numbering: { mask: 'PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}', sequencePer: 'BODY' },
    calendar: {
      tacitDays: 10,
      holidaysSource: 'BR-SP',
      municipalHolidays: [{ month: 12, day: 8, name: 'Nossa Senhora da Conceição', legalBasis: 'Feriado religioso municipal' }],
    },
    staff: [
      { username: 'ana.protocolo', fullName: 'Ana Protocolo', role: 'Atendente do Protocolo Geral', roles: ['CLERK'], units: ['protocolo-geral'] },
      { username: 'bruno.saude', fullName: 'Bruno Saúde', role: 'Atendente da Saúde', roles: ['CLERK'], units: ['secretaria-saude'] },
      { username: 'carla.admin', fullName: 'Carla Administração', role: 'Administradora', roles: ['ADMINISTRATOR'], units: ['protocolo-geral'] },
    ],
  },
  {
    id: 'piracicaba',
    name: 'Prefeitura Municipal de Piracicaba',
    acronym: 'PMP',
    state: 'SP',
    city: 'Piracicaba',
    addressLines: ['Rua Capitão Antônio Corrêa Barbosa, nº 2233', 'Piracicaba, SP', 'Centro Cívico'],
    bodies: [
      { acronym: 'CAMARA', name: 'Câmara Municipal de Piracicaba' },
      { acronym: 'FUMEP', name: 'Fundação Municipal de Ensino de Piracicaba' },
      { acronym: 'SOLARBPM', name: 'SolarBPM' },
      { acronym: 'IPASP', name: 'Instituto de Previdência e Assistência Social' },
      { acronym: 'PMP', name: 'Prefeitura Municipal de Piracicaba' },
      { acronym: 'SEMAE', name: 'Serviço Municipal de Água e Esgoto' },
    ],
    training: false,
    units: [protocolo('PMP', 'piracicaba.guiche.test')],
    numbering: { mask: 'PMP {year:4}/{sequence:6}', sequencePer: 'BODY' },
    calendar: {
      tacitDays: 10,
      holidaysSource: 'BR-SP',
      municipalHolidays: [{ month: 6, day: 13, name: 'Santo Antônio', legalBasis: 'Feriado religioso municipal' }],
    },
    staff: [{ username: 'davi.protocolo', fullName: 'Davi Protocolo', role: 'Atendente do Protocolo Geral', roles: ['CLERK'], units: ['protocolo-geral'] }],
  },
  {
    id: 'rio',
    name: 'Governo do Estado do Rio de Janeiro (SEI-RJ)',
    acronym: 'SEI-RJ',
    state: 'RJ',
    city: 'Rio de Janeiro',
    addressLines: ['Rua Pinheiro Machado, s/nº, Laranjeiras', 'Rio de Janeiro, RJ'],
    bodies: [{ acronym: 'SEI-RJ', name: 'Governo do Estado do Rio de Janeiro' }],
    training: false,
    units: [protocolo('SEI-RJ', 'rio.guiche.test')],
    numbering: {
      mask: 'SEI-{unit:6}/{sequence:6}/{year:4}',
      sequencePer: 'UNIT',
      unitCodes: [{ unitId: 'rio-protocolo-geral', code: '120001' }],
    },
    calendar: { tacitDays: 10, holidaysSource: 'BR-RJ', municipalHolidays: [{ month: 1, day: 20, name: 'São Sebastião', legalBasis: 'Feriado religioso municipal' }] },
    staff: [{ username: 'elisa.protocolo', fullName: 'Elisa Protocolo', role: 'Atendente do Protocolo Geral', roles: ['CLERK'], units: ['protocolo-geral'] }],
  },
  {
    id: 'treinamento',
    name: 'Município de Treinamento',
    acronym: 'TREINA',
    state: 'SP',
    city: 'Treinamento',
    addressLines: ['Ambiente de treinamento: nada aqui tem valor legal'],
    bodies: [{ acronym: 'TREINA', name: 'Município de Treinamento' }],
    training: true,
    units: [protocolo('TREINA', 'treinamento.guiche.test')],
    numbering: { mask: 'TREINA {year:4}/{sequence:6}', sequencePer: 'BODY' },
    calendar: { tacitDays: 10, holidaysSource: 'BR-SP', municipalHolidays: [] },
    staff: usernames.map((username, index) => ({
      username,
      fullName: `Usuário de Treinamento ${String(index + 1).padStart(2, '0')}`,
      role: index === 0 ? 'Treinamento, administra o município' : 'Treinamento',
      roles: index === 0 ? ['CLERK', 'ADMINISTRATOR'] : ['CLERK'],
      units: ['protocolo-geral'],
      password: username,
    })),
  },
];
