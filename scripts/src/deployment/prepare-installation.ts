// For installations that start the parts themselves (docker-compose.yml): makes each service's own users in MongoDB
// and RabbitMQ. Given by the environment: the administrator's URLs and a pair of passwords per service.
import { ensureServiceEndpoints } from '../infrastructure/service-endpoints.ts';
import { DEFAULT_TENANCY, SERVICE_NAMES } from '../infrastructure/service-names.ts';
import { newSecrets } from '../infrastructure/secrets.ts';

const secrets = newSecrets();
const services = SERVICE_NAMES.map((name) => {
  const prefix = name.toUpperCase();
  const mongoPassword = required(`${prefix}_MONGO_PASSWORD`);
  const rabbitPassword = required(`${prefix}_RABBITMQ_PASSWORD`);
  return [name, { ...secrets.services[name], mongoPassword, rabbitPassword }];
});

await ensureServiceEndpoints(
  {
    mongoUrl: required('MONGO_URL'),
    rabbitUrl: required('RABBITMQ_URL'),
    rabbitApiUrl: required('RABBITMQ_API_URL'),
  },
  DEFAULT_TENANCY,
  { ...secrets, services: Object.fromEntries(services) as typeof secrets.services },
);
console.log(`prepared for ${SERVICE_NAMES.join(', ')}`);

function required(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is not set.`);
  return value;
}
