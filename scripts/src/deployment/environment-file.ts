import { type Secrets, newSigningKey } from '../infrastructure/secrets.ts';

/**
 * The .env of docker-compose.yml: a secret for everything it asks for. What only the city knows (address, mail) is
 * left empty, and compose refuses to start until it is filled in.
 */
export function environmentFile({ mongoRootPassword, mongoKeyFile, rabbitAdminPassword, gatewayCredential, services }: Secrets): string {
  const ofServices = Object.entries(services).flatMap(([name, { mongoPassword, rabbitPassword, secret }]) => {
    const prefix = name.toUpperCase();
    return [
      `${prefix}_MONGO_PASSWORD=${mongoPassword}`,
      `${prefix}_RABBITMQ_PASSWORD=${rabbitPassword}`,
      `${prefix}_SECRET=${secret}`,
    ];
  });
  const lines = [
    'PUBLIC_URL=',
    'PORTAL_URL=',
    'SMTP_URL=',
    'MAIL_FROM=',
    `MONGO_ROOT_PASSWORD=${mongoRootPassword}`,
    `MONGO_KEY=${mongoKeyFile}`,
    `RABBITMQ_ADMIN_PASSWORD=${rabbitAdminPassword}`,
    `SIGNING_KEYS='${JSON.stringify({ keys: [newSigningKey()] })}'`,
    `GATEWAY_CREDENTIAL=${gatewayCredential}`,
    ...ofServices,
  ];
  return `${lines.join('\n')}\n`;
}
