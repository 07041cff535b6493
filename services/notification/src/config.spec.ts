import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@guiche/kit/config';
import { configSchema } from './config.ts';

const settings = {
  PORT: '4005', MONGO_URL: 'mongodb://localhost/n', RABBITMQ_URL: 'amqp://localhost', SECRET: 'x'.repeat(32), GATEWAY_CREDENTIAL: 'y'.repeat(32), PUBLIC_URL: 'http://localhost:4000',
  JWKS_URL: 'http://localhost:4001/.well-known/jwks.json', TOKEN_ISSUER: 'http://localhost:4000',
  SMTP_URL: 'smtps://user:pass%40word@smtp.example.org:465', MAIL_FROM: 'Guichê <nao-responda@example.org>', PORTAL_URL: 'https://portal.example.org',
};

describe('the settings', () => {
  it('are complete as the README lists them', () => {
    expect(readConfig(configSchema, settings)).toMatchObject({ PORT: 4005, HOST: '127.0.0.1', SMTP_URL: settings.SMTP_URL });
  });

  it.each(['SMTP_URL', 'MAIL_FROM', 'PORTAL_URL', 'SECRET', 'GATEWAY_CREDENTIAL'])('have no default for %s', (name) => {
    expect(() => readConfig(configSchema, { ...settings, [name]: undefined })).toThrow(name);
  });

  it('take no other address of a mail server than SMTP', () => {
    expect(() => readConfig(configSchema, { ...settings, SMTP_URL: 'http://localhost' })).toThrow('SMTP_URL');
  });
});
