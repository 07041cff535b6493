import { createHash, randomUUID } from 'node:crypto';
import { contracts, envelopeCodec, publicationOf } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { ServiceSettings } from '@guiche/kit/host';
import { serviceRig, waitFor } from '@guiche/kit/testing';
import { topology } from '../adapters/rabbit/topology.ts';
import type { SubmittedFile } from '../domain/accreditation/dossier.ts';
import { startProcessService } from '../start-process-service.ts';
import { startSourceServer } from './source-server.ts';

export const unitId = 'campinas-protocolo-geral';
export const clerk: TokenPrincipal = {
  kind: 'staff', staffId: 'clerk', municipalityId: 'campinas', unitIds: [unitId], roles: ['clerk'], sessionId: 'session-of-clerk',
};
export const administrator: TokenPrincipal = { ...clerk, staffId: 'admin', roles: ['administrator'], sessionId: 'session-of-admin' };
export const person = (personId: string): TokenPrincipal => ({ kind: 'person', personId, sessionId: `session-of-${personId}` });

export const configureNumbering = `mutation($input: ConfigureProcessNumberingInput!) {
  configureProcessNumbering(input: $input) { replayed numbering { mask example } }
}`;
export const campinasMask = 'PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}';

/** The whole service in Campinas, with the events and files of ticketing and identity in the test's hands. */
export async function startRig({ settings: own, ...options }: { at?: string; settings?: Partial<ServiceSettings> } = {}) {
  const sources = await startSourceServer();
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.identity', 'ev.ticketing', 'ev.intimation'],
    start: (settings, extras) => startProcessService({ ...settings, ...own, TICKETING_URL: sources.url, IDENTITY_URL: sources.url }, extras),
    ...options,
  });
  const { connection } = rig.service.parts;
  const bound = async (): Promise<boolean> => {
    const bindings = await rig.broker.api.request('GET', '/api/queues/{vhost}/q.process.events/bindings');
    return topology.bindings.every(({ key }) => JSON.stringify(bindings).includes(`"routing_key":"${key}"`));
  };
  await waitFor(bound, { describe: 'the queue and its bindings', timeoutMs: 30_000 });

  const say = <Name extends EventType>(type: Name, data: EventData<Name>, id: string): Promise<void> =>
    rig.deliver({ ...publicationOf(type, data), aggregate: { type: contracts[type].aggregate, id }, tenantId: 'campinas' });

  const dossierState = async (ticketId: string): Promise<string | undefined> => {
    const row = await connection.collection<{ _id: string; state: string }>('dossiers').findOne({ _id: ticketId });
    return row?.state;
  };

  /** What ticketing and identity say when a clerk approves. */
  const approval = (ticketId: string, personId: string, change: { sheet?: object; files?: Partial<SubmittedFile>[] } = {}) => {
    const sheet = sources.serve(`/files/sheet-${ticketId}`, JSON.stringify(change.sheet ?? { fullName: 'Ana Souza', cpf: '52998224725', email: 'ana@example.com' }));
    const papers = ['Documento oficial com foto e CPF', 'Comprovante de endereço'].map((label, index) => ({
      fileId: `${ticketId}-${String(index)}`,
      name: `papel-${String(index)}.pdf`,
      label,
      mediaType: 'application/pdf',
      ...sources.serve(`/files/${ticketId}-${String(index)}`, `%PDF-1.4\n${ticketId} ${label}`),
      ...change.files?.[index],
    }));
    const subject = { ticketId, personId, municipalityId: 'campinas' };
    return {
      approved: { ...subject, unitId, approvedBy: 'clerk', approvedAt: rig.clock.now(), files: papers },
      started: { ...subject, accreditationId: `acc-${personId}`, sheet },
    };
  };

  const waitForState = (ticketId: string, state: string) =>
    waitFor(async () => (await dossierState(ticketId)) === state, {
      describe: async () => `dossier ${ticketId} ${state}, is ${String(await dossierState(ticketId))}`,
      timeoutMs: 30_000,
    });

  return {
    ...rig,
    sources,
    say,
    approval,
    dossierState,
    waitForState,

    async prepareCity(): Promise<void> {
      await say('guiche.identity.v1.MunicipalityConfigured', {
        municipalityId: 'campinas', name: 'Prefeitura Municipal de Campinas', acronym: 'PMC', timeZone: 'America/Sao_Paulo',
        state: 'SP', city: 'Campinas', termDeadlineDays: 15, training: false,
      }, 'campinas');
      await say('guiche.identity.v1.UnitChanged', {
        unitId, municipalityId: 'campinas', name: 'Protocolo Geral', acronym: 'PG', email: 'protocolo@campinas.example', active: true,
      }, unitId);
      await rig.as(administrator)(configureNumbering, { input: { municipalityId: 'campinas', mask: campinasMask } });
      for (const name of ['units', 'municipalities']) {
        await waitFor(async () => (await connection.collection(name).countDocuments()) === 1, { describe: `the projection of ${name}` });
      }
    },

    /** Waits until nothing is left for search to index. */
    async indexed(): Promise<void> {
      const waiting = (): Promise<number> => connection.collection('jobs').countDocuments({ kind: /^index-/, state: { $ne: 'done' } });
      rig.service.wake();
      await waitFor(async () => (await waiting()) === 0, { describe: async () => `${String(await waiting())} things to index`, timeoutMs: 60_000 });
    },

    /** Plays the saga up to the person's access. */
    async accredit(ticketId: string, personId: string): Promise<{ processId: string; documentId: string; sha256: string }> {
      const { approved, started } = approval(ticketId, personId);
      await say('guiche.ticketing.v1.AccreditationApproved', approved, ticketId);
      await say('guiche.identity.v1.AccreditationReleaseStarted', started, `acc-${personId}`);
      await waitForState(ticketId, 'OPENED');
      const grant = await connection.collection('grants').findOne({ personId, state: 'HIDDEN' });
      const [documentId = ''] = (grant?.['documentIds'] as string[] | undefined) ?? [];
      const document = await connection.collection('documents').findOne({ ticketId, origin: 'BORN_DIGITAL' });
      if (grant === null || document === null) throw new Error('No Term');
      await say('guiche.identity.v1.AccreditationReleased', {
        accreditationId: `acc-${personId}`, ticketId, personId, municipalityId: 'campinas', processId: grant['processId'] as string,
        processNumber: 'PMC', processOpenedAt: rig.clock.now(), termDocumentId: documentId,
        termDueOn: '2026-12-31', termDueAt: rig.clock.now(),
      }, `acc-${personId}`);
      await waitForState(ticketId, 'OFFERED');
      const { sha256 } = document['file'] as { sha256: string };
      return { processId: grant['processId'] as string, documentId, sha256 };
    },

    /** What identity gives against the password, with any claim or header changed. */
    authorization(claims: { sub: string; document_id: string; sha256: string } & Record<string, unknown>, header: object = {}): string {
      const iat = Math.floor(rig.clock.now().getTime() / 1000);
      return rig.keys.sign(
        { iss: rig.issuer, aud: 'process', jti: randomUUID(), iat, exp: iat + 300, signer: 'person', name: 'Ana Souza', municipalities: ['campinas'], ...claims },
        { typ: 'signature-authorization+jwt', ...header },
      );
    },

    /** Sends a file as one caller; answers the upload's id. */
    async upload(as: TokenPrincipal, bytes: Uint8Array, fileName = 'papel.pdf', mediaType = 'application/pdf'): Promise<string> {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const announced = await rig.as(as)<{ createDocumentUpload: { uploadId: string; url: string } }>(
        'mutation($input: CreateDocumentUploadInput!) { createDocumentUpload(input: $input) { uploadId url } }',
        { input: { fileName, size: bytes.length, mediaType, sha256 } },
      );
      if (announced.data == null) throw new Error(JSON.stringify(announced.errors));
      const { uploadId, url } = announced.data.createDocumentUpload;
      const sent = await fetch(url.replace('http://gateway.test/files/process', `${rig.service.url}/files`), { method: 'PUT', body: Buffer.from(bytes) });
      if (!sent.ok) throw new Error(`${String(sent.status)} ${await sent.text()}`);
      return uploadId;
    },

    async stop(): Promise<void> {
      await rig.stop();
      await sources.close();
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;
