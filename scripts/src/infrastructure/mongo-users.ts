import mongoose from 'mongoose';
import { SERVICE_NAMES, databaseOf, userOf } from './service-names.ts';
import type { ServiceName, Tenancy } from './service-names.ts';

const { MongoClient, MongoServerError } = mongoose.mongo;

const USER_EXISTS = 51_003;

/** Makes, or corrects, one MongoDB user per service, limited to the service's own database. */
export async function ensureMongoUsers(
  rootUrl: string,
  tenancy: Tenancy,
  passwords: Readonly<Record<ServiceName, string>>,
): Promise<void> {
  const client = new MongoClient(rootUrl, { serverSelectionTimeoutMS: 10_000 });
  try {
    const admin = (await client.connect()).db('admin');
    for (const service of SERVICE_NAMES) {
      const user = userOf(service, tenancy);
      const grant = { pwd: passwords[service], roles: [{ role: 'readWrite', db: databaseOf(service, tenancy) }] };
      try {
        await admin.command({ createUser: user, ...grant });
      } catch (error) {
        if (!(error instanceof MongoServerError) || error.code !== USER_EXISTS) throw error;
        await admin.command({ updateUser: user, ...grant });
      }
    }
  } finally {
    await client.close();
  }
}

/** Forgets a tenancy: its databases and its users. */
export async function dropMongoTenancy(rootUrl: string, tenancy: Tenancy): Promise<void> {
  const client = new MongoClient(rootUrl, { serverSelectionTimeoutMS: 10_000 });
  try {
    await client.connect();
    for (const service of SERVICE_NAMES) {
      await client.db(databaseOf(service, tenancy)).dropDatabase();
      await client.db('admin').command({ dropUser: userOf(service, tenancy) }).catch(() => undefined);
    }
  } finally {
    await client.close();
  }
}

/** The service's own URL: the administrator's, with another user, password and database. */
export function mongoUrlOf(rootUrl: string, service: ServiceName, tenancy: Tenancy, password: string): string {
  const parts = /^(mongodb(?:\+srv)?:\/\/)(?:[^@/]*@)?([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(rootUrl);
  if (parts === null) throw new Error('MONGO_URL is not a mongodb:// URL.');
  const options = new URLSearchParams(parts[3]);
  options.set('authSource', 'admin');
  const login = `${encodeURIComponent(userOf(service, tenancy))}:${encodeURIComponent(password)}`;
  return `${parts[1]}${login}@${parts[2]}/${databaseOf(service, tenancy)}?${options.toString()}`;
}
