import { petitioner } from '../petitioner.ts';
import { clerk, person, startRig, unitId } from '../rig.ts';
import { callers } from './callers.ts';

export const requestVista = 'mutation($input: RequestVistaInput!) { requestVista(input: $input) { request { id } } }';
export const assignTask = 'mutation($input: AssignTaskInput!) { assignTask(input: $input) { task { id } } }';
/** A task of citizen A, but for its due date. */
export const taskTerms = (processId: string) => ({ processId, unitId, personId: 'citizen-a', kind: 'RESPOND', instructions: 'x' });

/** A city with one of everything that callers try: the process of an accreditation of citizen A, and what hangs on it. */
export async function startMatrixWorld() {
  const rig = await startRig();
  await rig.prepareCity();
  const term = await rig.accredit('t-a', 'citizen-a');
  await rig.accredit('t-b', 'citizen-b');
  const { connection } = rig.service.parts;
  const byId = { _id: term.processId };
  const number = String((await connection.collection<{ _id: string; number: string }>('processes').findOne(byId))?.number);
  const accessId = String((await connection.collection('grants').findOne({ personId: 'citizen-a' }))?._id);
  const submittedId = String((await connection.collection('documents').findOne({ submittedBy: 'citizen-a' }))?._id);
  const opened = await rig.as(clerk)<{ openProcess: { process: { id: string } } }>(
    'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id } } }',
    { input: { unitId, typeKey: 'general-request', specification: 'x', accessLevel: 'PUBLIC' } },
  );
  const concludedId = opened.data?.openProcess.process.id ?? '';
  await rig.as(clerk)('mutation($input: ConcludeProcessInput!) { concludeProcess(input: $input) { replayed } }', { input: { processId: concludedId, unitId } });
  const asked = await rig.as(person('citizen-b'))<{ requestVista: { request: { id: string } } }>(requestVista, { input: { processId: term.processId, capacity: 'LAWYER', reason: 'x' } });
  const vistaId = String(asked.data?.requestVista.request.id);
  const block = await rig.as(clerk)<{ createSigningBlock: { block: { id: string } } }>(
    'mutation($unit: ID!) { createSigningBlock(input: { unitId: $unit, description: "Ofícios" }) { block { id } } }', { unit: unitId },
  );
  const blockId = String(block.data?.createSigningBlock.block.id);
  const petitionId = (await petitioner(rig, 'citizen-a').start({ processNumber: number })).id;
  const given = await rig.as(clerk)<{ assignTask: { task: { id: string } } }>(assignTask, {
    input: { ...taskTerms(term.processId), dueOn: rig.clock.now().toISOString().slice(0, 10) },
  });
  const taskId = String(given.data?.assignTask.task.id);
  const exported = await rig.as(callers.clerkOfUnit)<{ exportProcess: { export: { id: string } } }>(
    'mutation($input: ExportProcessInput!) { exportProcess(input: $input) { export { id } } }',
    { input: { processId: term.processId, format: 'ZIP' } },
  );
  if (exported.errors.length > 0) throw new Error(JSON.stringify(exported.errors));
  const exportId = String(exported.data?.exportProcess.export.id);
  return { rig, term, number, concludedId, accessId, submittedId, vistaId, blockId, exportId, taskId, petitionId };
}

export type MatrixWorld = Awaited<ReturnType<typeof startMatrixWorld>>;
