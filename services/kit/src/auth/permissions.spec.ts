import { describe, expect, it } from '@jest/globals';
import { defineErrors } from '../errors/index.ts';
import { authorise, definePermissions, isAllowed, principalKey, systemActor } from './index.ts';
import type { Principal } from './index.ts';

interface Folder {
  readonly ownerId: string;
  readonly municipalityId: string;
}
interface Resources {
  'folder:read': Folder;
  'folder:list': Folder;
}

const errors = defineErrors({ NO_FOLDER: { kind: 'not-found', pt: 'não há', en: 'none' } });
const permissions = definePermissions<Resources>({
  'folder:read': {
    person: (actor, folder) => actor.personId === folder.ownerId,
    staff: (actor, folder) => actor.municipalityId === folder.municipalityId,
    app: (actor, folder) => actor.municipalityId === folder.municipalityId,
    scope: 'folder:read',
    system: ['sweeper'],
    denied: errors.NO_FOLDER,
  },
  'folder:list': { anonymous: true },
});

const folder: Folder = { ownerId: 'ana', municipalityId: 'campinas' };
const actors = {
  anonymous: { kind: 'anonymous' },
  ana: { kind: 'person', personId: 'ana', sessionId: 's' },
  bia: { kind: 'person', personId: 'bia', sessionId: 's' },
  representative: { kind: 'representative', personId: 'bia', representedId: 'ana', representationId: 'r', sessionId: 's' },
  clerk: { kind: 'staff', staffId: 'c', municipalityId: 'campinas', unitIds: [], roles: [], sessionId: 's' },
  strangeClerk: { kind: 'staff', staffId: 'c', municipalityId: 'rio', unitIds: [], roles: [], sessionId: 's' },
  app: { kind: 'app', appId: 'x', municipalityId: 'campinas', scopes: ['folder:read'] },
  appWithoutScope: { kind: 'app', appId: 'x', municipalityId: 'campinas', scopes: ['ticket:read'] },
  appElsewhere: { kind: 'app', appId: 'x', municipalityId: 'rio', scopes: ['folder:read'] },
  appForAna: { kind: 'app-for-person', appId: 'x', personId: 'ana', municipalityId: 'campinas', scopes: ['folder:read'] },
  appForBia: { kind: 'app-for-person', appId: 'x', personId: 'bia', municipalityId: 'campinas', scopes: ['folder:read'] },
  appForAnaWithoutScope: { kind: 'app-for-person', appId: 'x', personId: 'ana', municipalityId: 'campinas', scopes: [] },
  sweeper: systemActor('sweeper'),
  otherSystem: systemActor('other'),
} satisfies Record<string, Principal>;

describe('the permission table', () => {
  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['ana', 'allowed'],
    ['bia', 'NO_FOLDER'],
    ['representative', 'NO_FOLDER'],
    ['clerk', 'allowed'],
    ['strangeClerk', 'NO_FOLDER'],
    ['app', 'allowed'],
    ['appWithoutScope', 'MISSING_SCOPE'],
    ['appElsewhere', 'NO_FOLDER'],
    ['appForAna', 'allowed'],
    ['appForBia', 'NO_FOLDER'],
    ['appForAnaWithoutScope', 'MISSING_SCOPE'],
    ['sweeper', 'allowed'],
    ['otherSystem', 'FORBIDDEN'],
  ] as const)('answers %s with %s', (name, answer) => {
    const row = permissions['folder:read'];
    expect(isAllowed(row, actors[name], folder)).toBe(answer === 'allowed');
    const attempt = (): void => {
      authorise(row, actors[name], folder);
    };
    if (answer === 'allowed') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: answer }));
  });

  it('allows nobody who is not named in the row', () => {
    const allowed = Object.values(actors).filter((actor) => isAllowed(permissions['folder:list'], actor, folder));
    expect(allowed).toEqual([actors.anonymous]);
  });
});

describe('the key of a principal', () => {
  it('is the same in every session and differs between principals', () => {
    expect(principalKey({ ...actors.ana, sessionId: 'another' })).toBe(principalKey(actors.ana));
    const keys = [actors.ana, actors.bia, actors.representative, actors.clerk, actors.app, actors.appForAna].map(principalKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
