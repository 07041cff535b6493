import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { startAccessRig } from './access-rig.ts';
import type { AccessRig } from './access-rig.ts';
import { administrator, clerk, person, unitId } from './rig.ts';

const everything = `query($id: ID!) { process(id: $id) { interestedParties { id } documents { edges { node { title file { downloadUrl } } } } } }`;
const readLog = `query($id: ID!) { processReadLog(processId: $id) { edges { node { part { value label } documentId reader } } } }`;

describe('readings of personal data (LW-03)', () => {
  let rig: AccessRig;
  beforeAll(async () => {
    rig = await startAccessRig();
  });
  afterAll(() => rig.stop());

  it('are logged for persons and for staff of other units, not for the unit that has the process', async () => {
    const process = await rig.aProcess({ interestedPartyIds: ['ana'] });
    const document = await rig.aDocument(process, { accessLevel: 'PUBLIC' });
    await rig.as(clerk)(everything, { id: process.id });
    await rig.as(person('ana'))(everything, { id: process.id });
    await rig.as(person('nobody'))(everything, { id: process.id });
    await rig.as({ ...clerk, staffId: 'other', unitIds: ['saude'] } as typeof clerk)(everything, { id: process.id });
    const rows = rig.database.connection.collection('read_log');
    await waitFor(async () => (await rows.countDocuments({ processId: process.id })) >= 6, { describe: 'six readings' });
    const { data } = await rig.as(administrator)<{ processReadLog: { edges: { node: { part: { value: string }; documentId: string | null; reader: string } }[] } }>(readLog, { id: process.id });
    const told = (data?.processReadLog.edges ?? []).map(({ node }) => `${node.reader} ${node.part.value} ${node.documentId ?? ''}`).sort();
    expect(told).toEqual(
      ['person:ana', 'staff:other'].flatMap((reader) => [`${reader} DOCUMENTS `, `${reader} FILE ${document.id}`, `${reader} INTERESTED_PARTIES `]),
    );
    expect(unitId).toBe(process.unitId);
  });

  it('tell the access by which somebody without an account read', async () => {
    const process = await rig.aProcess();
    await rig.aDocument(process);
    const { data } = await rig.grant({ processId: process.id, recipient: { name: 'Rui', email: 'rui@example.org' } });
    const link = (await rig.said('guiche.process.v1.IsolatedAccessInvited')).at(-1)?.linkToken;
    await rig.as()('mutation($link: String!) { requestIsolatedAccessCode(input: { link: $link }) { expiresAt } }', { link });
    const code = (await rig.said('guiche.process.v1.IsolatedAccessCodeIssued')).at(-1)?.code;
    const opened = await rig.as()<{ openIsolatedAccess: { token: string } }>('mutation($link: String!, $code: String!) { openIsolatedAccess(input: { link: $link, code: $code }) { token } }', { link, code });
    await rig.as()('query($token: String!) { isolatedAccess(token: $token) { documents { edges { node { file { downloadUrl } } } } } }', { token: opened.data?.openIsolatedAccess.token });
    const rows = rig.database.connection.collection('read_log');
    await waitFor(async () => (await rows.countDocuments({ processId: process.id })) >= 2, { describe: 'two readings' });
    const readers = (await rows.find({ processId: process.id }).toArray()).map(({ reader, part }) => [part, reader]);
    expect(readers.sort()).toEqual([['DOCUMENTS', `grant:${String(data?.grantAccess.access.id)}`], ['FILE', `grant:${String(data?.grantAccess.access.id)}`]]);
  });

  it('of a secret process are told to administrators with a credential alone; to others it does not exist', async () => {
    const process = await rig.aProcess({ accessLevel: 'SECRET', globalLevel: 'SECRET', legalHypothesis: 'Sigilo', credentialedStaffIds: ['chief'] });
    const chief = { ...administrator, staffId: 'chief' } as typeof administrator;
    expect((await rig.as(chief)(readLog, { id: process.id })).errors).toEqual([]);
    const refused = (await rig.as(administrator)(readLog, { id: process.id })).errors;
    expect(refused).toMatchObject([{ extensions: { code: 'PROCESS_NOT_FOUND' } }]);
  });
});
