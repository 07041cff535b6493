import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { createClientOrigin } from './client-origin.ts';

const credential = 'c'.repeat(43);
const originOf = createClientOrigin(credential);
const addressOf = (from: IncomingMessage): string | undefined => originOf(from).address;
const request = (headers: IncomingMessage['headers']): IncomingMessage =>
  ({ headers, socket: { remoteAddress: '192.0.2.1' } }) as unknown as IncomingMessage;

describe("the client's address", () => {
  it('is what the gateway says', () => {
    expect(addressOf(request({ 'x-client-address': '203.0.113.9', 'x-gateway-credential': credential }))).toBe('203.0.113.9');
  });

  it.each([undefined, '', 'd'.repeat(43), `${credential}c`, credential.slice(1), credential.toUpperCase()])(
    'is the peer, whatever somebody claims with the credential %j',
    (shown) => {
      const claimed = shown === undefined ? {} : { 'x-gateway-credential': shown };
      expect(addressOf(request({ 'x-client-address': '203.0.113.9', ...claimed }))).toBe('192.0.2.1');
    },
  );

  it('comes with the user agent that the gateway tells, cut where it is too long, or with that of the peer', () => {
    const agents = { 'x-client-user-agent': 'Firefox', 'user-agent': 'undici' };
    expect(originOf(request({ ...agents, 'x-gateway-credential': credential })).userAgent).toBe('Firefox');
    expect(originOf(request(agents)).userAgent).toBe('undici');
    expect(originOf(request({ 'user-agent': 'x'.repeat(2_000) })).userAgent).toHaveLength(512);
    expect(originOf(request({ 'x-gateway-credential': credential, 'user-agent': 'undici' })).userAgent).toBeUndefined();
  });

  it('is the peer when the gateway says nothing', () => {
    expect(addressOf(request({ 'x-gateway-credential': credential }))).toBe('192.0.2.1');
  });
});
