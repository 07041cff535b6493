import { randomUUID } from 'node:crypto';
import { PetitionFiled_Kind as PetitionKind } from '@guiche/contracts';
import type { Chance } from '@guiche/kit/testing';
import type { FaultWorld } from './fault-world.ts';
import type { Fault } from './fault.ts';
import { violations } from './invariants.ts';
import { tableOfHolidays } from './legal-table.ts';

/** One event that somebody says, to be said once or more often. */
type Saying = () => Promise<void>;

const copies = 3;
const windowSize = 50;

/** F25: every event of every kind that intimation listens to comes three times, the copies mixed. */
export const copiesOfEverything: Fault['play'] = (world, chance) =>
  lifeOfSome(world, chance, async (sayings) => {
    for (const say of chance.shuffled(sayings.flatMap((one) => Array.from({ length: copies }, () => one)))) await say();
  });

/** F26: what is said comes in any order within a window; an event that comes before the one before it has to wait. */
export const otherOrder: Fault['play'] = (world, chance) =>
  lifeOfSome(world, chance, async (sayings) => {
    for (let from = 0; from < sayings.length; from += windowSize) for (const say of chance.shuffled(sayings.slice(from, from + windowSize))) await say();
  });

/** Recipients come and go, units are renamed, acts bound, notices fulfilled, certified and answered. */
async function lifeOfSome(world: FaultWorld, chance: Chance, deliver: (sayings: readonly Saying[]) => Promise<void>): Promise<readonly string[]> {
  const { stage, rig } = world;
  const run = randomUUID().slice(0, 8);
  const { connection } = rig.database;
  await world.to(new Date(`2028-0${String(chance.between(1, 9))}-1${String(chance.between(0, 9))}T15:00:00Z`));
  const acts = chance.between(3, 5);
  const intimationIds: string[] = [];
  for (let act = 0; act < acts; act += 1) {
    const recipientIds = Array.from({ length: 3 }, (_, index) => `${run}-${String(act)}-${String(index)}`);
    await stage.recipients(recipientIds);
    intimationIds.push(await stage.issued({ recipientIds, documentId: `document-${run}-${String(act)}` }));
  }

  const persons = Array.from({ length: 8 }, (_, index) => `${run}-person-${String(index)}`);
  await deliver([
    ...persons.flatMap((id) => comingAndGoing(world, id)),
    ...Array.from({ length: 9 }, (_, index) => renaming(world, `${run}-unit-${String(index % 3)}`, Math.floor(index / 3) + 1)),
    ...intimationIds.map((id) => binding(world, id)),
  ]);
  await world.applied();
  await Promise.all(intimationIds.map((id) => stage.settled(id, 'ISSUED')));

  const rows = await stage.notices.find({ intimationId: { $in: intimationIds } }).toArray();
  const ends = Math.max(...rows.map(({ tacit }) => tacit?.current.endsAt.getTime() ?? 0));
  await world.to(new Date(ends + 60_001));
  await world.quiet();
  const certificates = intimationIds.flatMap((intimationId) =>
    rows.filter((row) => row.intimationId === intimationId).map(({ _id: noticeId }, index) => certifying(world, intimationId, noticeId, index + 2)),
  );
  const answered = rows.filter(() => chance.happens(0.5)).map(({ _id }) => _id);
  await deliver([...certificates, ...answered.map((noticeId) => answering(world, noticeId))]);
  await world.applied();
  await world.quiet();

  const found = await violations(world, { noticeIds: rows.map(({ _id }) => _id), holidays: tableOfHolidays() });
  for (const { _id } of rows) {
    const { status, responses, certificate } = await stage.notice(_id);
    const isAnswered = answered.includes(_id);
    if ((status === 'RESPONDED') !== isAnswered || responses.length !== (isAnswered ? 1 : 0)) found.push(`I2 ${_id} is ${status} with ${String(responses.length)} answers`);
    if (certificate === null) found.push(`I2 ${_id} has no certificate`);
  }
  const enabled = await connection.collection('recipients').countDocuments({ _id: { $in: persons as never[] }, state: 'ENABLED' });
  if (enabled !== 0) found.push(`I4 ${String(enabled)} of those blocked last can be intimated`);
  const named = await connection.collection('units').countDocuments({ _id: { $regex: `^${run}` } as never, name: 'name 3' });
  if (named !== 3) found.push(`I4 ${String(named)} of 3 units have their last name`);
  return found;
}

function comingAndGoing({ say, rig }: FaultWorld, id: string): Saying[] {
  const who = { accreditationId: id, personId: `of-${id}`, municipalityId: 'campinas' };
  const signed = { ...who, personName: `Pessoa ${id}`, signedAt: rig.clock.now() };
  return [
    () => say('guiche.identity.v1.AccreditationTermSigned', signed, id, 1, `${id}-1`),
    () => say('guiche.identity.v1.AccreditationBlocked', { ...who, reasonCode: 'REGISTRATION_DATA_CHANGED' }, id, 2, `${id}-2`),
    () => say('guiche.identity.v1.AccreditationUnblocked', { ...who, released: true }, id, 3, `${id}-3`),
    () => say('guiche.identity.v1.AccreditationBlocked', { ...who, reasonCode: 'REGISTRATION_DATA_CHANGED' }, id, 4, `${id}-4`),
  ];
}

function renaming({ say }: FaultWorld, unitId: string, seq: number): Saying {
  const unit = { unitId, municipalityId: 'campinas', name: `name ${String(seq)}`, acronym: 'U', email: '', active: true, body: 'SEMAE' };
  return () => say('guiche.identity.v1.UnitChanged', unit, unitId, seq, `${unitId}-${String(seq)}`);
}

function binding({ rig, say }: FaultWorld, intimationId: string): Saying {
  const bound = {
    intimationId, municipalityId: 'campinas', processId: 'process-1', processNumber: 'PMC.2026.00000001-11', processTypeKey: 'general-request',
    body: '', documentLabel: 'Despacho 0000001', boundAt: rig.clock.now(),
  };
  return () => say('guiche.process.v1.IntimationBound', bound, intimationId, 1, `${intimationId}-bound`);
}

function certifying({ say, rig }: FaultWorld, intimationId: string, noticeId: string, seq: number): Saying {
  const filed = { intimationId, noticeId, municipalityId: 'campinas', documentId: `certificate-${noticeId}`, documentNumber: String(seq), filedAt: rig.clock.now() };
  return () => say('guiche.process.v1.IntimationCertificateFiled', filed, intimationId, seq, `${noticeId}-certificate`);
}

function answering({ say, stage, rig }: FaultWorld, noticeId: string): Saying {
  const petition = {
    petitionId: `petition-${noticeId}`, municipalityId: 'campinas', personId: 'person', kind: PetitionKind.RESPONSE, processId: 'process-1',
    processNumber: 'PMC.2026.00000001-11', unitId: 'pg', receiptNumber: '0000042', receiptDocumentId: 'receipt', filedAt: rig.clock.now(), noticeId,
    responseTypeId: stage.responseTypes.defence,
  };
  return () => say('guiche.process.v1.PetitionFiled', petition, petition.petitionId, 1, `${noticeId}-answer`);
}
