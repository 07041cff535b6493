import { createHash } from 'node:crypto';
import { contracts, envelopeCodec, publicationOf } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { matrixCallers, serviceRig, waitFor } from '@guiche/kit/testing';
import { startTicketingService } from '../start-ticketing-service.ts';
import { configureService, createUpload, openTicket } from './documents.ts';

export const city = 'campinas';
export const unit = 'campinas-protocolo-geral';

/** The eight callers; citizen A opens the tickets, the clerk of the unit handles them. */
export const callers = matrixCallers({
  municipalityId: city,
  unitId: unit,
  otherUnitId: 'campinas-other',
  otherMunicipalityId: 'rio',
  scope: 'ticket:read',
});
export const administrator: TokenPrincipal = {
  kind: 'staff', staffId: 'administrator', municipalityId: city, unitIds: [], roles: ['administrator'], sessionId: 'session-of-administrator',
};
export const operator: TokenPrincipal = {
  kind: 'staff', staffId: 'operator', municipalityId: 'platform', unitIds: [], roles: ['operator'], sessionId: 'session-of-operator',
};
export const secondClerk: TokenPrincipal = {
  kind: 'staff', staffId: 'second-clerk', municipalityId: city, unitIds: [unit], roles: ['clerk'], sessionId: 'session-of-second-clerk',
};

/** Who works where, and whether still. */
const staff = [
  ['second-clerk', unit, city, true],
  ['clerk-who-left', unit, city, false],
  ['clerk-of-other-unit', 'campinas-other', city, true],
  ['clerk-of-rio', unit, 'rio', true],
] as const;

/** A person nobody has seen before, so that specs do not meet each other's tickets. */
export function somebody(personId: string): TokenPrincipal {
  return { kind: 'person', personId, sessionId: `session-of-${personId}` };
}

/** Bytes that are a PDF by content, different for each seed. */
export function pdf(seed: string, size = 400): Buffer<ArrayBuffer> {
  const head = Buffer.from(`%PDF-1.4\n% ${seed}\n`);
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), ' ')]);
}

export const sha256 = (bytes: Buffer<ArrayBuffer>): string => createHash('sha256').update(bytes).digest('hex');

/** The accreditation of Campinas as its manual has it (ID-04, ID-05). */
export const accreditation = {
  municipalityId: city,
  key: 'accreditation',
  name: 'Cadastro de usuário externo no SEI',
  description: 'Envio da documentação para a liberação do cadastro.',
  guidance: 'Tenha em mãos um documento com foto e CPF e um comprovante de endereço.',
  categoryPath: ['Serviços', 'SEI', 'Cadastro de Usuário Externo no SEI'],
  unitId: unit,
  onlyOneOpen: true,
  fields: [
    { key: 'pre-registered', label: 'Cadastro realizado', kind: 'CHECKBOX', required: true, link: { text: 'Faça o pré-cadastro', url: '/pre-cadastro' } },
    { key: 'full-name', label: 'Nome completo', kind: 'TEXT', required: true, maxLength: 120 },
    { key: 'cpf', label: 'CPF', kind: 'CPF', required: true, mask: '000.000.000-00' },
    { key: 'email', label: 'E-mail para contato', kind: 'EMAIL', required: true },
    { key: 'photo-id', label: 'Documento oficial com foto e CPF', kind: 'FILE', required: true },
    { key: 'address-proof', label: 'Comprovante de endereço', kind: 'FILE', required: true },
    { key: 'bond-proof', label: 'Comprovante de vínculo', kind: 'FILE' },
  ],
};
/** A service without files, of which there may be many open at once. */
export const complaint = {
  municipalityId: city,
  key: 'complaint',
  name: 'Reclamação',
  description: 'Fale com a prefeitura.',
  guidance: '',
  categoryPath: ['Serviços', 'Ouvidoria'],
  unitId: unit,
  fields: [{ key: 'text', label: 'O que aconteceu', kind: 'TEXTAREA', required: true, maxLength: 500 }],
};
export const answers = [
  { field: 'pre-registered', value: 'true' },
  { field: 'full-name', value: 'Ana Souza' },
  { field: 'cpf', value: '529.982.247-25' },
  { field: 'email', value: 'ana@example.com' },
];

export interface UploadFacts {
  fileName?: string;
  size?: number;
  mediaType?: string;
  sha256?: string;
}

/** The whole service with Campinas known to it, and what a portal would do. */
export async function startRig() {
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.identity', 'ev.process'],
    at: '2026-03-02T12:00:00Z',
    start: startTicketingService,
  });
  /** Another service's event, the next of its aggregate unless told. */
  const say = <Name extends EventType>(type: Name, data: EventData<Name>, id: string, told?: { seq: number; eventId: string }): Promise<void> =>
    rig.deliver({ ...publicationOf(type, data), aggregate: { type: contracts[type].aggregate, id }, tenantId: city, ...told });
  const collection = (name: string) => rig.database.connection.collection<{ _id: string } & Record<string, unknown>>(name);

  /** Announces and sends a file as the portal would; answers the HTTP status of the PUT too. */
  const upload = async (principal: TokenPrincipal, bytes: Buffer<ArrayBuffer>, facts: UploadFacts = {}) => {
    const input = { fileName: 'rg.pdf', size: bytes.length, mediaType: 'application/pdf', sha256: sha256(bytes), ...facts };
    const { data, errors } = await rig.as(principal)<{ createUpload: { uploadId: string; url: string } }>(createUpload, { input });
    if (data?.createUpload === undefined) throw new Error(JSON.stringify(errors));
    const { uploadId, url } = data.createUpload;
    const answer = await fetch(local(url), { method: 'PUT', body: bytes });
    return { uploadId, url: local(url), status: answer.status, body: await answer.text() };
  };
  /** The gateway passes /files/ticketing/... on as /files/... */
  const local = (url: string): string => url.replace('http://gateway.test/files/ticketing', `${rig.service.url}/files`);

  const serviceIds: Record<string, string> = {};
  const open = async (principal: TokenPrincipal, input: Record<string, unknown> = {}) => {
    const files =
      input['files'] ??
      [
        { field: 'photo-id', uploadId: (await upload(principal, pdf('id'))).uploadId },
        { field: 'address-proof', uploadId: (await upload(principal, pdf('address'))).uploadId },
      ];
    return rig.as(principal)<{ openTicket: { replayed: boolean; ticket: OpenedTicket } }>(openTicket, {
      input: { serviceId: serviceIds['accreditation'], answers, ...input, files },
    });
  };
  /** Opens a ticket that must open. */
  const opened = async (principal: TokenPrincipal, input: Record<string, unknown> = {}): Promise<OpenedTicket> => {
    const { data, errors } = await open(principal, input);
    if (data?.openTicket === undefined) throw new Error(JSON.stringify(errors));
    return data.openTicket.ticket;
  };
  const complain = (principal: TokenPrincipal, text = 'A lâmpada da rua queimou.') =>
    opened(principal, { serviceId: serviceIds['complaint'], answers: [{ field: 'text', value: text }], files: [] });

  const settings = { name: 'Prefeitura', acronym: 'PMC', timeZone: 'America/Sao_Paulo', state: 'SP', termDeadlineDays: 15, training: false };
  await say('guiche.identity.v1.MunicipalityConfigured', { municipalityId: city, city: 'Campinas', ...settings }, city);
  await say('guiche.identity.v1.MunicipalityConfigured', { municipalityId: 'rio', city: 'Rio de Janeiro', ...settings }, 'rio');
  const places = { acronym: 'PG', email: 'pg@example.com', active: true };
  await say('guiche.identity.v1.UnitChanged', { unitId: unit, municipalityId: city, name: 'Protocolo Geral', ...places }, unit);
  await say('guiche.identity.v1.UnitChanged', { unitId: 'campinas-other', municipalityId: city, name: 'Outra', ...places }, 'campinas-other');
  for (const [staffMemberId, unitId, municipalityId, active] of staff) {
    await say('guiche.identity.v1.StaffMemberChanged', { staffMemberId, municipalityId, unitIds: [unitId], active }, staffMemberId);
  }
  await waitFor(async () => (await collection('staff').countDocuments()) === staff.length, { describe: 'the staff of the city' });
  await waitFor(async () => (await collection('units').countDocuments()) === 2 && (await collection('municipalities').countDocuments()) === 2, {
    describe: 'the places of the city',
  });
  for (const input of [accreditation, complaint]) {
    const { data, errors } = await rig.as(administrator)<{ configureService: { service: { id: string } } }>(configureService, { input });
    if (data?.configureService === undefined) throw new Error(JSON.stringify(errors));
    serviceIds[input.key] = data.configureService.service.id;
  }
  return { ...rig, say, upload, local, open, opened, complain, collection, serviceIds };
}

export interface OpenedTicket {
  id: string;
  number: string;
  version: number;
  status: { code: string; label: string };
}

export type TicketingRig = Awaited<ReturnType<typeof startRig>>;
