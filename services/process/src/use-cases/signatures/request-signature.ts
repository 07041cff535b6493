import type { Principal } from '@guiche/kit/auth';
import { parseLocalDate } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { refuseUnlessAlive } from '../../domain/processes/guards.ts';
import { signatureRequested } from '../../domain/signatures/signature-movements.ts';
import type { Process } from '../../domain/processes/process.ts';
import { datesOf, requestSignature as request } from '../../domain/signatures/asking.ts';
import { signatureGrant } from '../../domain/signatures/signature-grant.ts';
import type { SignatureLevel, SignatureMethod, Signer } from '../../domain/signatures/signature.ts';
import { shareHolder } from '../../domain/signatures/share-holder.ts';
import { staffIdOf } from '../access/confirm-terms.ts';
import { loadWorkedDocument } from '../documents/load-worked-document.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';
import { placeOf } from '../processes/place-of.ts';
import { refuseStale } from '../refuse-stale.ts';
import { refuseUnwritten } from './refuse-unwritten.ts';
import { requestSource } from './release-request.ts';

export interface RequestSignature {
  readonly documentId: string;
  readonly unitId: string;
  /** Either of both. */
  readonly personId?: string | null | undefined;
  readonly staffMemberId?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly minimumLevel?: SignatureLevel | null | undefined;
  readonly methods?: readonly SignatureMethod[] | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** A unit asks a released external user or a member of the staff to sign a document of its own (SG-03, SG-05). */
export const requestSignature = defineUseCase({
  name: 'requestSignature',
  action: 'signature:request',

  load: ({ input, actor }: { input: RequestSignature; actor: Principal }, ports) => loadWorkedDocument(input, ports, actor),

  async run({ input, resource: worked, ...command }, ports) {
    refuseProblems(problemsOf(input));
    if (input.methods?.includes('ICP_BRASIL') === true) throw processErrors.SIGNATURE_METHOD_NOT_AVAILABLE();
    const { document: before, process, unit } = worked;
    refuseUnlessAlive(process);
    refuseStale(before, input.expectedVersion);
    await refuseUnwritten(before, ports);
    const signer = signerAsked(input);
    await refuseUnfit(signer, process, ports);

    const { now: at } = command;
    const { role = null, dueOn = null, minimumLevel, methods } = input;
    const { timeZone } = await knownMunicipality(process.municipalityId, ports);
    const dates = dueOn === null ? { expiresAt: null, remindAt: null } : datesOf(dueOn, at, timeZone);
    const asked = request(before, process, {
      id: command.newId(), signer, at, role: role?.trim() ?? null, dueOn, expiresAt: dates.expiresAt,
      requestedBy: { staffId: staffIdOf(command.actor), unitId: unit.id },
      minimumLevel: minimumLevel ?? 'SIMPLE',
      methods: [...new Set<SignatureMethod>(methods ?? ['SYSTEM_PASSWORD'])],
    });
    const { id: documentId } = before;
    const { id: requestId } = asked.request;
    await ports.documents.update(asked.document);
    if (dates.expiresAt !== null) await ports.schedule.expireSignatureRequest({ documentId, requestId, dueAt: dates.expiresAt });
    if (dates.remindAt !== null) await ports.schedule.remindOfSignature({ documentId, requestId, dueAt: dates.remindAt });
    const place = placeOf(worked, command);
    const { municipalityId, id: processId } = process;
    if (signer.kind === 'person') await ports.grants.insert(signatureGrant(asked.request, asked.document, { id: command.newId(), timeZone }));
    else await ports.documentShares.add([{ municipalityId, processId, documentId, holder: shareHolder({ staffId: signer.id }), source: requestSource(requestId) }]);
    await ports.movements.append([signatureRequested(place, before, signer)]);
    return {
      result: { documentId, requestId },
      events: [asked.event],
      audit: [{ entity: { type: 'signature-request', id: requestId }, municipalityId, before: null, after: { state: asked.request.state, documentId, signer } }],
    };
  },
});

function signerAsked({ personId, staffMemberId }: RequestSignature): Signer {
  return personId == null ? { kind: 'staff', id: staffMemberId ?? '' } : { kind: 'person', id: personId };
}

/** Refuses persons who are not released (SG-05), and staff who could not even read it. */
async function refuseUnfit(signer: Signer, process: Process, { externalUsers, staff }: Pick<Ports, 'externalUsers' | 'staff'>): Promise<void> {
  if (signer.kind === 'person') {
    if (!(await externalUsers.isReleased(process.municipalityId, signer.id))) throw processErrors.PERSON_NOT_RELEASED();
    return;
  }
  const [member] = await staff.findMany([signer.id]);
  const isColleague = member?.active === true && member.municipalityId === process.municipalityId;
  const isLetIn = process.globalLevel !== 'SECRET' || process.credentialedStaffIds.includes(signer.id);
  if (!isColleague || !isLetIn) throw processErrors.STAFF_MEMBER_CANNOT_SIGN();
}

function problemsOf({ personId, staffMemberId, role, dueOn, methods }: RequestSignature): FieldProblem[] {
  const problems = [
    (personId == null) === (staffMemberId == null)
      ? { path: 'personId', code: 'AMBIGUOUS', message: { pt: 'Informe a pessoa ou o servidor, um dos dois.', en: 'Give either the person or the member of the staff.' } }
      : undefined,
    role == null ? undefined : textProblem('role', role, { max: 100 }),
    dueOn == null || parseLocalDate(dueOn) !== undefined
      ? undefined
      : { path: 'dueOn', code: 'INVALID_DATE', message: { pt: 'Informe um dia que existe.', en: 'Give a day that exists.' } },
    methods?.length === 0 ? { path: 'methods', code: 'REQUIRED', message: { pt: 'Informe ao menos um tipo de assinatura.', en: 'Give at least one method.' } } : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}
