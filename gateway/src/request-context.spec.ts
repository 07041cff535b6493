import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { clientAddress, createRequestContext } from './request-context.ts';

const request = (headers: Record<string, string>): IncomingMessage =>
  ({ headers, socket: { remoteAddress: '192.0.2.1' } }) as unknown as IncomingMessage;

describe("the client's address", () => {
  it('is the peer, whatever it claims, when no proxy is trusted', () => {
    expect(clientAddress(request({ 'x-forwarded-for': '203.0.113.9' }), 0)).toBe('192.0.2.1');
  });

  it('is what the outermost trusted proxy saw, not what the client put before it', () => {
    const forwarded = request({ 'x-forwarded-for': '10.0.0.1, 203.0.113.9, 198.51.100.7' });
    expect(clientAddress(forwarded, 1)).toBe('198.51.100.7');
    expect(clientAddress(forwarded, 2)).toBe('203.0.113.9');
  });

  it('is the peer when the header is not there, too short or no address', () => {
    expect(clientAddress(request({}), 1)).toBe('192.0.2.1');
    expect(clientAddress(request({ 'x-forwarded-for': '203.0.113.9' }), 2)).toBe('192.0.2.1');
    expect(clientAddress(request({ 'x-forwarded-for': 'somewhere"' }), 1)).toBe('192.0.2.1');
  });
});

describe('the trace', () => {
  const traceOf = (headers: Record<string, string>, correlationId: string): string | undefined => {
    const { forwarded } = createRequestContext({ request: request(headers), correlationId, authorization: undefined, trustedProxies: 0, gatewayCredential: 'credential', deadlineMs: 1, cost: 0 });
    return forwarded[forwarded.indexOf('traceparent') + 1];
  };

  it('has the name of the correlation id, so that one finds the other', () => {
    expect(traceOf({}, '0af76519-16cd-43dd-8448-eb211c80319c')).toBe('00-0af7651916cd43dd8448eb211c80319c-8448eb211c80319c-00');
    expect(traceOf({}, 'given.by-the_caller')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });

  it("is the caller's when it is well-formed", () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(traceOf({ traceparent }, 'correlation')).toBe(traceparent);
    expect(traceOf({ traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }, 'correlation')).not.toContain('0'.repeat(32));
  });
});
