import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import { clerk, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

export const saj = 'campinas-saj';
export const smf = 'campinas-smf';
export const closedUnit = 'campinas-extinta';
export const rioUnit = 'rio-protocolo';

const staffOf = (staffId: string, unitIds: string[], municipalityId = 'campinas'): TokenPrincipal => ({
  kind: 'staff', staffId, municipalityId, unitIds, roles: ['clerk'], sessionId: `session-of-${staffId}`,
});
export const secondClerk = staffOf('second-clerk', [unitId]);
export const clerkOfSaj = staffOf('clerk-of-saj', [saj]);
export const clerkOfSmf = staffOf('clerk-of-smf', [smf]);
export const clerkOfRio = staffOf('clerk-of-rio', [rioUnit], 'rio');

/** What makes a new process secret. */
export const secrecy = { typeKey: 'disciplinary', accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar' };

const acted = `replayed
  process { id number state { value } version openUnits { id } movements(last: 3) { edges { node { description } } } }
  unitProcess { state { value } column seen assignee { id } marks version dispatch { from { id } note dueOn } }`;

export interface Acted {
  readonly replayed: boolean;
  readonly process: {
    readonly id: string; readonly number: string; readonly state: { value: string }; readonly version: number;
    readonly openUnits: readonly { id: string }[]; readonly movements: { edges: { node: { description: string } }[] };
  } | null;
  readonly unitProcess: {
    readonly state: { value: string }; readonly column: string; readonly seen: boolean; readonly assignee: { id: string } | null;
    readonly marks: readonly string[]; readonly version: number; readonly dispatch: object | null;
  } | null;
}

/** Units and staff of Campinas and Rio beside the one of the rig, and what clerks do with processes. */
export async function unitDesk(rig: Rig) {
  await rig.prepareCity();
  const units = [['campinas', saj, 'SAJ', true], ['campinas', smf, 'SMF', true], ['campinas', closedUnit, 'EXT', false], ['rio', rioUnit, 'RIO-P', true]] as const;
  for (const [municipalityId, id, acronym, active] of units) {
    await rig.say('guiche.identity.v1.UnitChanged', { unitId: id, municipalityId, name: acronym, acronym, email: `${id}@example.com`, active }, id);
  }
  const members = [clerk, secondClerk, clerkOfSaj, clerkOfSmf, clerkOfRio].flatMap((member) => (member.kind === 'staff' ? [member] : []));
  for (const { staffId, municipalityId, unitIds } of members) {
    await rig.say('guiche.identity.v1.StaffMemberChanged', { staffMemberId: staffId, municipalityId, unitIds: [...unitIds], active: true }, staffId);
  }
  const { connection } = rig.service.parts;
  for (const [name, count] of [['units', 1 + units.length], ['staff', members.length]] as const) {
    await waitFor(async () => (await connection.collection(name).countDocuments()) === count, { describe: `the projection of ${name}` });
  }

  const does = async (who: TokenPrincipal, mutation: string, input: object): Promise<Acted & { code: unknown; details: Record<string, unknown> }> => {
    rig.clock.advance({ seconds: 1 });
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await rig.as(who)<Record<string, Acted>>(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${acted} } }`, { input });
    const details = answer.errors[0]?.extensions ?? {};
    const nothing: Acted = { replayed: false, process: null, unitProcess: null };
    return { ...(answer.data?.[mutation] ?? nothing), code: details['code'], details };
  };

  return {
    does,
    /** A process that the clerk of the rig's unit opens. */
    async open(changes: object = {}): Promise<{ id: string; number: string }> {
      rig.clock.advance({ seconds: 1 });
      const answer = await rig.as(clerk)<{ openProcess: { process: { id: string; number: string } } }>(
        'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id number } } }',
        { input: { unitId, typeKey: 'general-request', specification: 'Poda de árvore', accessLevel: 'PUBLIC', ...changes } },
      );
      const opened = answer.data?.openProcess.process;
      if (opened === undefined) throw new Error(JSON.stringify(answer.errors));
      return opened;
    },
    /** A new process that was sent on to the unit SAJ. */
    async sent(changes: object = {}): Promise<{ id: string; number: string }> {
      const process = await this.open();
      await does(clerk, 'sendProcess', { processId: process.id, unitId, toUnitIds: [saj], ...changes });
      return process;
    },
    async movementsOf(processId: string): Promise<string[]> {
      const rows = await connection.collection('movements').find({ processId }).sort({ at: 1, _id: 1 }).toArray();
      return rows.map(({ description, inFull }) => String(inFull ?? description));
    },
  };
}

export type UnitDesk = Awaited<ReturnType<typeof unitDesk>>;
