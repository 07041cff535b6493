import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startAccessRig } from './access-rig.ts';
import type { AccessRig } from './access-rig.ts';
import { aPlacement } from './builders.ts';
import { offerPetition, petitioner } from './petitioner.ts';
import { clerk, person, unitId } from './rig.ts';
import { typedOperations } from './typed-operations.ts';
import type { Operation } from './typed-operations.ts';

const texts = ['', 'a\u0000\u202Eb', '__proto__', 'constructor', '{"$gt":""}', '\ud800', 'x'.repeat(100_000)];
const numbers = [-2_147_483_648, -1, 0, 2_147_483_647];
/** A clerk who administers the city too: so much is open to nobody else. */
const allowed = { ...clerk, roles: ['clerk', 'administrator'] } as TokenPrincipal;

describe('hostile input', () => {
  let rig: AccessRig;
  let operations: readonly Operation[];
  beforeAll(async () => {
    rig = await startAccessRig();
    await offerPetition(rig);
    const ana = petitioner(rig);
    const petitionId = await ana.draft();
    const process = await rig.aProcess({ openUnitIds: [unitId], unitIds: [unitId], unitId });
    const { id, ...placement } = aPlacement({ processId: process.id, numberKey: process.numberKey });
    await rig.service.parts.connection.collection<{ _id: string }>('placements').insertOne({ _id: id, ...placement });
    const document = await rig.aDocument(process, { unitId, state: 'SUBMITTED' });
    const usual = {
      processId: process.id, otherProcessId: process.id, processIds: process.id, unitId, toUnitIds: unitId, unitIds: unitId, documentId: document.id,
      petitionId, municipalityId: 'campinas', typeKey: 'general-request', legalHypothesis: undefined, acceptTerm: true, making: 'EDITOR', makings: 'EDITOR',
      writeDocument: { typeKey: 'despacho' }, writePetitionDocument: { typeKey: 'requerimento' }, addPetitionDocument: { typeKey: 'anexo' }, includeFile: { typeKey: 'comprovante' },
    };
    operations = typedOperations(readTypeDefs(join(import.meta.dirname, '..', '..')), usual);
  });
  afterAll(() => rig.stop());

  const triedOn = (scalar: string): readonly unknown[] => (scalar === 'Boolean' ? [] : scalar === 'Int' ? numbers : texts);

  it.each([['the staff', allowed], ['a person', person('ana')], ['nobody who is known', undefined]] as const)(
    'is refused with a code or taken, in every text and number that %s may send',
    async (_who, as) => {
      const broken: string[] = [];
      for (const operation of operations) {
        for (const leaf of operation.leaves.filter(({ path }) => !path.includes('idempotencyKey'))) {
          for (const value of triedOn(leaf.scalar)) {
            const { document, variables } = operation.send(leaf, value);
            const { errors } = await rig.as(as)(document, variables);
            const codes = errors.map(({ extensions }) => extensions?.['code']);
            if (codes.includes(undefined) || codes.includes('INTERNAL_ERROR')) broken.push(`${operation.name} ${leaf.path.join('.')} ${JSON.stringify(value).slice(0, 40)}`);
          }
        }
      }
      expect(broken).toEqual([]);
    },
    600_000,
  );
});
