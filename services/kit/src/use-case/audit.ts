import type { ClientSession, Connection } from 'mongoose';
import { principalKey } from '../auth/index.ts';
import type { Principal } from '../auth/index.ts';
import type { AuditFact } from './define.ts';

/** Who acted, from where, in which request. */
export interface AuditContext {
  readonly action: string;
  readonly actor: Principal;
  readonly at: Date;
  readonly address: string | undefined;
  readonly correlationId: string;
}

interface AuditRow {
  _id: string;
  at: Date;
  action: string;
  actor: string;
  onBehalfOf: string | null;
  entityType: string;
  entityId: string;
  municipalityId: string;
  before: AuditFact['before'];
  after: AuditFact['after'];
  address: string | null;
  correlationId: string;
}

/** The append-only record of legal and access acts, written in the transaction of the act. */
export interface AuditTrail {
  append(session: ClientSession, facts: readonly (AuditFact & { id: string })[], context: AuditContext): Promise<void>;
  ensureIndexes(): Promise<void>;
}

/** Collection `audit`: never updated, never deleted by the services. */
export function createAuditTrail(connection: Connection): AuditTrail {
  const rows = connection.collection<AuditRow>('audit');
  return {
    async append(session, facts, context) {
      if (facts.length === 0) return;
      const entries = facts.map(
        (fact): AuditRow => ({
          _id: fact.id,
          at: context.at,
          action: context.action,
          actor: principalKey(context.actor),
          onBehalfOf: onBehalfOf(context.actor),
          entityType: fact.entity.type,
          entityId: fact.entity.id,
          municipalityId: fact.municipalityId,
          before: fact.before,
          after: fact.after,
          address: context.address ?? null,
          correlationId: context.correlationId,
        }),
      );
      await rows.insertMany(entries, { session });
    },
    async ensureIndexes() {
      await rows.createIndex({ municipalityId: 1, entityType: 1, entityId: 1, at: 1 });
    },
  };
}

function onBehalfOf(actor: Principal): string | null {
  if (actor.kind === 'representative') return actor.representedId;
  return actor.kind === 'app-for-person' ? actor.personId : null;
}
