import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { numberKey } from '../../domain/numbers/number-mask.ts';
import { draftLimit, startDraft } from '../../domain/petitions/petition.ts';
import { refuseUnseen } from '../../domain/petitions/secrecy.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { answerableNotice } from '../intimations/answerable-notice.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import type { Ports } from '../ports.ts';

export interface StartPetition {
  readonly municipalityId: string;
  /** For a new process. */
  readonly typeKey?: string | null | undefined;
  /** For an intercurrent petition. */
  readonly processNumber?: string | null | undefined;
  /** For a response: the notice it answers, and one of the ways it offers. */
  readonly noticeId?: string | null | undefined;
  readonly responseTypeId?: string | null | undefined;
}

/** A person begins a petition: for a new process (PT-10), for one that exists (PT-20), or in response to an intimation (IN-18). */
export const startPetition = defineUseCase({
  name: 'startPetition',
  action: 'petition:start',
  load: ({ input }: { input: StartPetition }) => input,

  async run({ input, actor, now, newId }, ports) {
    const { municipalityId } = input;
    const { id: personId } = authorOf(actor);
    const target = await targetOf(input, { actor, personId, now }, ports);
    // Each draft keeps files for 90 days.
    if ((await ports.petitions.countDrafts({ personId, municipalityId }, draftLimit)) >= draftLimit) {
      throw processErrors.TOO_MANY_PETITION_DRAFTS({ maximum: draftLimit });
    }
    const petition = startDraft({ id: newId(), municipalityId, personId, ...target, at: now });
    await ports.petitions.save(petition);
    await ports.schedule.forgetPetition({ petitionId: petition.id, dueAt: petition.expiresAt });
    return {
      result: { petitionId: petition.id },
      audit: [{ entity: { type: 'petition', id: petition.id }, municipalityId, before: null, after: petition.state }],
    };
  },
});

interface Starter {
  readonly actor: Principal;
  readonly personId: string;
  readonly now: Date;
}

async function targetOf(input: StartPetition, { actor, personId, now }: Starter, ports: Ports) {
  const { municipalityId, typeKey, processNumber, noticeId, responseTypeId } = input;
  const isUnclear = [typeKey, processNumber, noticeId].filter((target) => target != null).length !== 1;
  if (isUnclear || (noticeId == null) !== (responseTypeId == null)) throw processErrors.PETITION_TARGET_UNCLEAR();
  if (noticeId != null && responseTypeId != null) {
    const { binding, option } = await answerableNotice({ noticeId, responseTypeId, personId, municipalityId, at: now }, ports);
    const { id: intimationId, number: intimationNumber, processId } = binding;
    const response = { noticeId, intimationId, intimationNumber, responseTypeId, responseTypeName: option.name };
    return { kind: 'RESPONSE', typeKey: null, processId, unitId: null, response } as const;
  }
  if (processNumber != null) {
    return { kind: 'INTERCURRENT', typeKey: null, processId: await indicatedProcess(municipalityId, processNumber, actor, ports), unitId: null } as const;
  }
  const type = await ports.petitionTypes.find(municipalityId, typeKey ?? '');
  if (type?.active !== true) throw processErrors.PETITION_TYPE_UNKNOWN({ typeKey: typeKey ?? '' });
  const opens = await ports.processTypes.find(municipalityId, type.key);
  if (opens !== undefined) refuseUnseen({ process: null, related: null }, opens.accessLevels.slice(0, 1));
  const [onlyUnit, ...others] = type.unitIds;
  return { kind: 'NEW_PROCESS', typeKey: type.key, processId: null, unitId: others.length === 0 ? (onlyUnit ?? null) : null } as const;
}

/** That a restricted process exists is public; a secret one answers like none to whom it is not open (PS-03). */
async function indicatedProcess(municipalityId: string, number: string, actor: Principal, ports: Ports): Promise<string> {
  const { relatedTypeKey } = await ports.petitionRules.find(municipalityId);
  if (relatedTypeKey === null) throw processErrors.INTERCURRENT_NOT_OFFERED();
  const found = await ports.processes.findByNumberKey(municipalityId, numberKey(number));
  const [process] = found === undefined ? [] : await readableProcesses([found], ports, actor);
  if (process === undefined || process.state === 'CANCELLED') throw processErrors.PROCESS_NOT_FOUND();
  if (process.globalLevel === 'SECRET' && reachOf(readerOf(actor), process).kind === 'nothing') throw processErrors.PROCESS_NOT_FOUND();
  return process.id;
}
