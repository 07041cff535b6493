import { localDate } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { Document, DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import type { ProcessNumber } from '../../domain/numbers/number-mask.ts';
import { refuseIncomplete } from '../../domain/petitions/completeness.ts';
import { receiptAccess, titleOf } from '../../domain/petitions/filing.ts';
import type { FiledPaper } from '../../domain/petitions/filing.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import { confirmationText } from '../../domain/petitions/plan.ts';
import type { Plan } from '../../domain/petitions/plan.ts';
import { levelsOf, refuseUnseen } from '../../domain/petitions/secrecy.ts';
import type { Access } from '../../domain/processes/access-level.ts';
import { givenSignature } from '../../domain/signatures/given-signature.ts';
import type { GivenSignature } from '../../domain/signatures/given-signature.ts';
import { checkAuthorization } from '../../domain/signatures/signature.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';
import { answeredBy } from '../intimations/answerable-notice.ts';
import { knownMunicipality, takeProcessNumber } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';
import { requireLevel } from '../signatures/require-level.ts';
import { verifyUnused } from '../signatures/verify-unused.ts';
import { levelOfPlan } from './level-of-plan.ts';
import { planPetition } from './plan-petition.ts';
import { missingOf } from './preview-petition.ts';

/** All that filing needs and that must not be made in a transaction: numbers, PDFs, the checked proof of will. */
export interface Filing {
  readonly authorization: SignatureAuthorization;
  readonly signature: GivenSignature;
  readonly papers: readonly FiledPaper[];
  readonly receipt: { readonly sequence: number; readonly file: DocumentFile; readonly access: Pick<Document, 'accessLevel' | 'legalHypothesis'> };
  /** PDFs made for this filing. */
  readonly rendered: readonly DocumentFile[];
  /** Null when the petition enters a process. */
  readonly number: ProcessNumber | null;
  readonly access: Access;
  readonly timeZone: string;
  readonly filedOn: string;
}

interface Proof {
  readonly authorization: string;
  readonly acceptTerm: boolean;
  readonly role: string;
}

/** Checks everything first, so that no number is taken and nothing is printed for a petition that cannot be filed. */
export async function prepareFiling(petition: Petition, proof: Proof, at: Date, ports: Ports): Promise<Filing> {
  refuseProblems([textProblem('role', proof.role, { max: 100 })].filter((problem) => problem !== undefined));
  if (!proof.acceptTerm) throw processErrors.RESPONSIBILITY_NOT_ACCEPTED();
  await answeredBy(petition, at, ports);
  refuseIncomplete(await missingOf(petition, ports));
  const plan = await planPetition(petition, ports);
  refuseUnseen(plan, [(await levelOfPlan(plan, ports)).accessLevel, ...levelsOf(petition)]);
  await requireLevel('PETITION', { municipalityId: petition.municipalityId, obtained: 'SIMPLE' }, ports);
  const authorization = await verifyUnused(proof.authorization, ports);
  refuseChanged({ petition, plan }, { authorization }, ports.sha256);
  checkAuthorization(authorization, {
    signerKind: 'person', signerId: petition.personId, documentId: petition.id, municipalityId: petition.municipalityId, sha256: authorization.sha256, at,
  });
  await ports.checkFiles(petition.items.flatMap(({ file }) => (file === null ? [] : [file])));
  return produce(petition, plan, { authorization, role: proof.role, at }, ports);
}

/** The authorization is for the petition and its destination as they were shown: any change since voids it. */
export function refuseChanged(
  { petition, plan }: { petition: Petition; plan: Plan },
  { authorization }: { authorization: SignatureAuthorization },
  sha256: (text: string) => string,
): void {
  if (authorization.sha256 !== sha256(confirmationText(petition, plan, sha256))) throw processErrors.PETITION_CHANGED();
}

async function produce(
  petition: Petition,
  plan: Plan,
  { authorization, role, at }: { authorization: SignatureAuthorization; role: string; at: Date },
  ports: Ports,
): Promise<Filing> {
  const { municipalityId } = petition;
  const { unit } = plan;
  const municipality = await knownMunicipality(municipalityId, ports);
  const letterhead = await ports.letterheads.find(municipalityId);
  const access = await levelOfPlan(plan, ports);
  const number = plan.process === null ? await takeProcessNumber({ municipality, unitId: unit.id, at }, ports) : null;
  const processNumber = plan.process?.number ?? number?.text ?? '';
  const next = (): Promise<number> => ports.sequences.next(documentSequenceName(municipalityId));

  const papers: FiledPaper[] = [];
  const rendered: DocumentFile[] = [];
  for (const item of petition.items) {
    const sequence = await next();
    if (item.file !== null) {
      papers.push({ item, sequence, file: item.file });
      continue;
    }
    const printed = { municipality, letterhead, unit: undefined, number: documentNumber(sequence), processNumber, at };
    const file = await ports.renditions.written({ ...printed, html: item.content ?? '', type: item.typeName, title: titleOf(item) });
    rendered.push(file);
    papers.push({ item, sequence, file });
  }

  const sequence = await next();
  const { signerName } = authorization;
  const receipt = await ports.renditions.receipt({
    municipality,
    letterhead,
    number: documentNumber(sequence),
    kind: petition.kind,
    response: petition.response,
    processNumber,
    relatedProcessNumber: plan.related?.number ?? null,
    unit,
    signerName,
    role,
    filedAt: at,
    parties: petition.parties,
    papers: papers.map((paper) => ({
      number: documentNumber(paper.sequence), title: titleOf(paper.item), role: paper.item.role, sha256: paper.file.sha256,
    })),
  });
  return {
    authorization,
    signature: givenSignature(authorization, { signer: { kind: 'person', id: petition.personId }, role, method: 'SYSTEM_PASSWORD', at }),
    papers,
    receipt: { sequence, file: receipt, access: receiptAccess(access, petition.items) },
    rendered: [...rendered, receipt],
    number,
    access,
    timeZone: municipality.timeZone,
    filedOn: localDate(at, municipality.timeZone),
  };
}
