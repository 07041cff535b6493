import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { DocumentType } from '../../../domain/catalogue/document-type.ts';
import type { LegalHypothesis } from '../../../domain/catalogue/legal-hypothesis.ts';
import type { ProcessType } from '../../../domain/catalogue/process-type.ts';
import type { CatalogueItem, CatalogueRepository } from '../../../use-cases/catalogue/ports.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import type { CatalogueRow } from './catalogue-rows.ts';

/** Types and legal hypotheses of each municipality: three lists of the same make. */
export function catalogueRepositories(
  connection: Connection,
  session: ClientSession | undefined,
): Pick<Ports, 'processTypes' | 'documentTypes' | 'legalHypotheses'> {
  return {
    processTypes: catalogueRepository<ProcessType>(connection, 'ProcessType', session),
    documentTypes: catalogueRepository<DocumentType>(connection, 'DocumentType', session),
    legalHypotheses: catalogueRepository<LegalHypothesis>(connection, 'LegalHypothesis', session),
  };
}

export function catalogueRepository<Item extends CatalogueItem>(
  connection: Connection,
  modelName: string,
  session: ClientSession | undefined,
): CatalogueRepository<Item> {
  const rows = connection.model<CatalogueRow<CatalogueItem>>(modelName);
  const bound = inSession(session);
  const itemOf = ({ _id, ...item }: CatalogueRow<CatalogueItem>): Item => item as unknown as Item;
  return {
    async find(municipalityId, key) {
      const found = await rows.findById(rowId({ municipalityId, key }), null, bound).lean<CatalogueRow<CatalogueItem>>();
      return found === null ? undefined : itemOf(found);
    },
    async findMany(municipalityId, keys) {
      if (keys.length === 0) return [];
      const found = await rows.find({ _id: { $in: keys.map((key) => rowId({ municipalityId, key })) } }, null, bound).lean<CatalogueRow<CatalogueItem>[]>();
      return found.map(itemOf);
    },
    async save(item) {
      const _id = rowId(item);
      try {
        const { matchedCount } =
          item.version === 1
            ? { matchedCount: (await rows.create([{ ...item, _id }], bound)).length }
            : await rows.replaceOne({ _id, version: item.version - 1 }, item, bound);
        if (matchedCount === 0) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async addMissing(items) {
      const writes = items.map((item) => {
        const _id = rowId(item);
        return { updateOne: { filter: { _id }, update: { $setOnInsert: { ...item, _id } }, upsert: true } };
      });
      await rows.bulkWrite(writes, bound);
    },
    async page({ municipalityId, activeOnly }, page) {
      const filter: QueryFilter<CatalogueRow<CatalogueItem>> = { municipalityId, ...(activeOnly ? { active: true } : {}) };
      return mapPage(await findPage(rows, filter, [['name', 1]], page), itemOf);
    },
  };
}

function rowId({ municipalityId, key }: { municipalityId: string; key: string }): string {
  return `${municipalityId}:${key}`;
}
