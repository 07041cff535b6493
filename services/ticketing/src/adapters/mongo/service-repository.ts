import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { ServiceRepository, ServiceSearch } from '../../use-cases/ports.ts';
import { documentOfService, serviceOf } from './service-document.ts';
import type { ServiceDocument } from './service-document.ts';

export function serviceRepository(connection: Connection, session: ClientSession | undefined): ServiceRepository {
  const services = connection.model<ServiceDocument>('Service');
  return {
    async find(id) {
      const found = await services.findById(id, null, inSession(session)).lean<ServiceDocument>();
      return found === null ? null : serviceOf(found);
    },
    async findMany(ids) {
      const found = await services.find({ _id: { $in: [...ids] } }, null, inSession(session)).lean<ServiceDocument[]>();
      return found.map(serviceOf);
    },
    async findByKey(municipalityId, key) {
      const found = await services.findOne({ municipalityId, key }, null, inSession(session)).lean<ServiceDocument>();
      return found === null ? null : serviceOf(found);
    },
    async save(service) {
      const before = { _id: service.id, version: service.version - 1 };
      try {
        const { matchedCount, upsertedCount } = await services.replaceOne(before, documentOfService(service), {
          upsert: service.version === 1,
          ...inSession(session),
        });
        if (matchedCount + upsertedCount !== 1) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    page: async (search, page) => mapPage(await findPage(services, filterOf(search), [['sortKey', 1]], page, session), serviceOf),
    count: (search) => services.countDocuments(filterOf(search)),
  };
}

function filterOf({ municipalityId, words }: ServiceSearch) {
  const found = words.map((word) => ({ searchText: { $regex: word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') } }));
  return { municipalityId, active: true, ...(found.length === 0 ? {} : { $and: found }) };
}
