import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * The address a request comes from: what the gateway says in `x-client-address`, where `x-gateway-credential` proves
 * that it is the gateway; the peer's own address otherwise. Throttles and the audit go by it, so nobody else on the
 * network may choose it.
 */
export function createClientAddress(gatewayCredential: string): (request: IncomingMessage) => string | undefined {
  const expected = Buffer.from(gatewayCredential);
  const isGateway = (shown: string | string[] | undefined): boolean => {
    if (typeof shown !== 'string') return false;
    const bytes = Buffer.from(shown);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  };

  return ({ headers, socket }) => {
    const told = headers['x-client-address'];
    return typeof told === 'string' && isGateway(headers['x-gateway-credential']) ? told : socket.remoteAddress;
  };
}
