import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Where a request comes from, and with what; absent when unknown. */
export interface ClientOrigin {
  readonly address?: string;
  readonly userAgent?: string;
}

/** Longer ones are cut: they are kept with legal acts. */
const longestUserAgent = 512;

/**
 * Where a request comes from: what the gateway says in `x-client-address` and `x-client-user-agent`, where
 * `x-gateway-credential` proves that it is the gateway; the peer itself otherwise. Throttles, the audit and legal acts
 * go by it, so nobody else on the network may choose it.
 */
export function createClientOrigin(gatewayCredential: string): (request: IncomingMessage) => ClientOrigin {
  const expected = Buffer.from(gatewayCredential);
  const isGateway = (shown: string | string[] | undefined): boolean => {
    if (typeof shown !== 'string') return false;
    const bytes = Buffer.from(shown);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  };

  return ({ headers, socket }) => {
    const believed = isGateway(headers['x-gateway-credential']);
    const told = headers['x-client-address'];
    const address = believed && typeof told === 'string' ? told : socket.remoteAddress;
    const userAgent = believed ? headers['x-client-user-agent'] : headers['user-agent'];
    return {
      ...(address === undefined ? {} : { address }),
      ...(typeof userAgent === 'string' ? { userAgent: userAgent.slice(0, longestUserAgent) } : {}),
    };
  };
}
