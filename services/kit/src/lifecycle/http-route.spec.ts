import { describe, expect, it } from '@jest/globals';
import { matchRoute } from './http-route.ts';
import type { HttpRoute } from './http-route.ts';

const handle = (): void => undefined;
const routes: HttpRoute[] = [
  { method: 'POST', path: '/graphql', handle },
  { method: 'PUT', path: '/files/uploads/:id', handle },
  { method: 'GET', path: '/files/:id', handle },
  { method: '*', path: '/through/:service/*', handle },
];

describe('matchRoute', () => {
  it('finds exact paths, named segments and open ends', () => {
    expect(matchRoute(routes, 'POST', '/graphql')).toMatchObject({ found: 'route', route: routes[0], params: {} });
    expect(matchRoute(routes, 'PUT', '/files/uploads/7')).toMatchObject({ route: routes[1], params: { id: '7' } });
    expect(matchRoute(routes, 'DELETE', '/through/process/uploads/7')).toMatchObject({
      route: routes[3],
      params: { service: 'process', '*': 'uploads/7' },
    });
  });

  it('answers HEAD by the route of GET', () => {
    expect(matchRoute(routes, 'HEAD', '/files/7')).toMatchObject({ found: 'route', route: routes[2] });
  });

  it('tells another method from an unknown address', () => {
    expect(matchRoute(routes, 'GET', '/graphql')).toEqual({ found: 'methods', methods: ['POST'] });
    expect(matchRoute(routes, 'POST', '/graphql/')).toEqual({ found: 'nothing' });
    expect(matchRoute(routes, 'GET', '/files/')).toEqual({ found: 'nothing' });
  });

  it('decodes a segment once and finds nothing when that is not possible', () => {
    expect(matchRoute(routes, 'GET', '/files/a%252Fb')).toMatchObject({ params: { id: 'a%2Fb' } });
    expect(matchRoute(routes, 'GET', '/files/%E0%A4%A')).toEqual({ found: 'nothing' });
    expect(matchRoute(routes, 'GET', '/files/__proto__')).toMatchObject({ params: { id: '__proto__' } });
  });
});
