import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Ports } from '../../../use-cases/ports.ts';
import type { ProcessRulesRow } from './process-rules-row.ts';

export function processRulesRepository(connection: Connection, session: ClientSession | undefined): Ports['processRules'] {
  const rules = connection.model<ProcessRulesRow>('ProcessRules');
  return {
    async find(municipalityId) {
      const found = await rules.findById(municipalityId, null, inSession(session)).lean<ProcessRulesRow>();
      return found === null ? undefined : { municipalityId, unsignedDocumentsForbidConclusion: found.unsignedDocumentsForbidConclusion };
    },
    async save({ municipalityId, ...rest }) {
      await rules.replaceOne({ _id: municipalityId }, rest, { upsert: true, ...inSession(session) });
    },
  };
}
