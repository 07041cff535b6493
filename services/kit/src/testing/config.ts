import process from 'node:process';

/** Where the real MongoDB and RabbitMQ of the tests are; `npm test` starts them and says so in these variables. */
export function testSetting(name: 'TEST_MONGO_URL' | 'TEST_RABBITMQ_URL' | 'TEST_RABBITMQ_API'): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
