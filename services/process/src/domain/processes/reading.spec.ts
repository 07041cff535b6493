import { describe, expect, it } from '@jest/globals';
import { aDocument, aGrant, aProcess } from '../../test/builders.ts';
import type { Grant } from '../access/grant.ts';
import type { Document } from '../documents/document.ts';
import type { Process } from './process.ts';
import { existenceIsPublic, reachOf, reaches } from './reading.ts';
import { noticeToConfirm, withheld } from './withheld.ts';
import type { Reader } from './reading.ts';

const protocolo = 'protocolo';
const at = { openUnitIds: [protocolo], unitIds: [protocolo] };
const withGrants = (...grants: Grant[]) => ({ ...aProcess(at), grants });
const staff = (change: Partial<Extract<Reader, { kind: 'staff' }>> = {}): Reader => ({
  kind: 'staff', staffId: 'clerk', municipalityId: 'campinas', unitIds: [protocolo], ...change,
});
const ana = { kind: 'person', personId: 'ana' } as const;
const active = aGrant({ personId: 'ana', documentIds: ['term'], state: 'ACTIVE' });

const signed = aDocument({ state: 'SIGNED', accessLevel: 'PUBLIC', legalHypothesis: null });
const documents = {
  public: { ...signed, id: 'public' },
  restricted: { ...signed, id: 'restricted', accessLevel: 'RESTRICTED' },
  draft: { ...signed, id: 'draft', state: 'DRAFT', unitId: protocolo },
  mine: { ...signed, id: 'mine', accessLevel: 'RESTRICTED', submittedBy: 'ana' },
} satisfies Record<string, Document>;

/** The names of the documents that a reader reaches. */
function read(reader: Reader, process: Partial<Process> = {}, grants: readonly Grant[] = []): string[] {
  const reach = reachOf(reader, { ...aProcess({ ...at, ...process }), grants });
  return Object.entries(documents).flatMap(([name, document]) => (reaches(reach, document) ? [name] : []));
}

const everything = ['public', 'restricted', 'draft', 'mine'];
const restricted = { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' } as const;
const secret = { accessLevel: 'SECRET', globalLevel: 'SECRET' } as const;

describe('staff read', () => {
  it('all of a process that is in their unit, drafts of their unit included', () => {
    expect(read(staff())).toEqual(everything);
    expect(read(staff(), restricted)).toEqual(everything);
  });

  it('all of a process that was in their unit', () => {
    expect(read(staff(), { ...restricted, openUnitIds: ['saude'], unitIds: [protocolo, 'saude'] })).toEqual(everything);
  });

  it('no draft of another unit that has the process too', () => {
    expect(read(staff({ unitIds: ['saude'] }), { unitIds: [protocolo, 'saude'] })).toEqual(['public', 'restricted', 'mine']);
  });

  it('what is public of a public process of another unit, and nothing of a restricted one', () => {
    expect(read(staff({ unitIds: ['saude'] }))).toEqual(['public']);
    expect(read(staff({ unitIds: ['saude'] }), restricted)).toEqual([]);
  });

  it('a secret process only with a credential, whatever their unit', () => {
    expect(read(staff(), secret)).toEqual([]);
    expect(read(staff(), { ...secret, credentialedStaffIds: ['clerk'] })).toEqual(everything);
    expect(read(staff(), { globalLevel: 'SECRET' })).toEqual([]);
  });

  it('what is shared with them for signature, drafts included, and nothing else for it', () => {
    const shared = (process: Partial<Process>, reader = staff({ unitIds: ['saude'] })): string[] => {
      const reach = reachOf(reader, { ...aProcess({ ...at, ...process }), grants: [], sharedDocumentIds: ['draft'] });
      return Object.entries(documents).flatMap(([name, document]) => (reaches(reach, document) ? [name] : []));
    };
    expect(shared(restricted)).toEqual(['draft']);
    expect(shared({})).toEqual(['public', 'draft']);
    expect(shared({ unitIds: ['saude'] })).toEqual(everything);
    expect(shared(secret)).toEqual([]);
    expect(shared({ ...secret, credentialedStaffIds: ['clerk'] })).toEqual(['draft']);
    expect(shared(restricted, staff({ municipalityId: 'rio' }))).toEqual([]);
  });

  it('nothing of another city', () => {
    expect(read(staff({ municipalityId: 'rio' }))).toEqual([]);
  });
});

describe('persons read', () => {
  it('AE-02: all issued documents by an integral grant, whatever their level, and no draft', () => {
    expect(read(ana, secret, [aGrant({ ...active, scope: 'INTEGRAL', documentIds: [] })])).toEqual(['public', 'restricted', 'mine']);
  });

  it('AE-02, AE-05: by a partial grant the granted documents and the own submissions, no more', () => {
    expect(read(ana, restricted, [aGrant({ ...active, documentIds: ['restricted'] })])).toEqual(['restricted', 'mine']);
    const reach = reachOf(ana, withGrants(active));
    expect(reaches(reach, aDocument({ id: 'other', submittedBy: 'bia' }))).toBe(false);
    expect(reaches(reach, aDocument({ id: 'term', state: 'DRAFT' }))).toBe(true);
    expect(reaches(reachOf(ana, withGrants(aGrant({ ...active, purpose: 'EXTERNAL_USER' }))), aDocument({ id: 'term', state: 'DRAFT' }))).toBe(false);
  });

  it('PR-10: as interested party what is public and what is their own', () => {
    expect(read(ana, { interestedPartyIds: ['ana'] })).toEqual(['public', 'mine']);
    expect(read(ana, { ...restricted, interestedPartyIds: ['ana'] })).toEqual(['mine']);
    expect(read(ana, { ...secret, interestedPartyIds: ['ana'] })).toEqual([]);
  });

  it('nothing by a grant that is hidden, cancelled, expired or somebody else\'s', () => {
    for (const change of [{ state: 'HIDDEN' }, { state: 'CANCELLED' }, { state: 'EXPIRED' }, { personId: 'bia' }] as const) {
      expect(reachOf(ana, withGrants(aGrant({ ...active, ...change }))).kind).toBe('nothing');
    }
    expect(reachOf({ kind: 'nobody' }, withGrants(active)).kind).toBe('nothing');
  });

  it('by an app only in the city of the app', () => {
    expect(reachOf({ ...ana, municipalityId: 'campinas' }, withGrants(active)).kind).toBe('some');
    expect(reachOf({ ...ana, municipalityId: 'rio' }, withGrants(active)).kind).toBe('nothing');
  });
});

describe('somebody without an account reads', () => {
  const isolated = { kind: 'isolated', grantId: 'link' } as const;
  const grant = aGrant({ id: 'link', personId: null, recipient: { name: 'Rui', email: 'rui@example.org' }, purpose: 'ISOLATED_RECIPIENT', documentIds: ['restricted'] });

  it('AE-06: by the one grant of the link, whatever the level', () => {
    expect(read(isolated, secret, [grant])).toEqual(['restricted']);
    expect(read(isolated, secret, [{ ...grant, scope: 'INTEGRAL', documentIds: [] }])).toEqual(['public', 'restricted', 'mine']);
  });

  it('nothing by another grant, one that has ended, or one of a person', () => {
    for (const change of [{ id: 'other' }, { state: 'CANCELLED' }, { state: 'EXPIRED' }, { personId: 'ana' }] as const) {
      expect(reachOf(isolated, withGrants({ ...grant, ...change })).kind).toBe('nothing');
    }
  });
});

it('PS-03: restriction leaves the existence of a process public, secrecy does not', () => {
  const levels = [{}, restricted, secret, { accessLevel: 'PUBLIC', globalLevel: 'SECRET' }, { state: 'CANCELLED' }] as const;
  expect(levels.map((change) => existenceIsPublic(aProcess(change)))).toEqual([true, true, false, false, false]);
});

it('a cancelled process is read by nobody', () => {
  expect(read(staff(), { state: 'CANCELLED' })).toEqual([]);
  expect(read(ana, { state: 'CANCELLED' }, [aGrant({ ...active, scope: 'INTEGRAL' })])).toEqual([]);
});

describe('the content of a document that may be seen', () => {
  const sealed = { ...documents.public, bonds: [{ intimationId: 'i', number: 'INT 2026/1', sealed: true }] };
  const inProcess = (document: Document, ...grants: Grant[]) => ({ ...document, process: withGrants(...grants) });
  const noticed = (fulfilledAt: Date | null, change: Partial<Grant> = {}) => {
    const entry = { intimationId: 'i', noticeId: 'n', number: 'INT 2026/1', fulfilledAt, heldUntil: null, certificateId: fulfilledAt === null ? null : 'restricted' };
    return aGrant({ ...active, purpose: 'INTIMATION', documentIds: ['public'], intimations: [entry], ...change });
  };
  const fulfilled = noticed(new Date());

  it('is withheld from everybody once the document is cancelled', () => {
    expect(withheld(staff(), inProcess({ ...documents.public, state: 'CANCELLED' }))).toBe('CANCELLED');
    expect(withheld(ana, inProcess(documents.public))).toBeNull();
  });

  it('IN-07: is withheld from the outside while an intimation is not fulfilled', () => {
    expect(withheld(ana, inProcess(sealed))).toBe('SEALED');
    expect(withheld({ kind: 'nobody' }, inProcess(sealed, fulfilled))).toBe('SEALED');
    expect(withheld({ kind: 'isolated', grantId: 'grant-1' }, inProcess(sealed, fulfilled))).toBe('SEALED');
    expect(withheld(staff(), inProcess(sealed))).toBeNull();
    expect(withheld(ana, inProcess({ ...sealed, bonds: [{ intimationId: 'i', number: 'INT 2026/1', sealed: false }] }))).toBeNull();
  });

  it('IN-07: is opened to a recipient by the confirmation of his own notice, whatever other accesses he has', () => {
    const vista = aGrant({ ...active, id: 'vista', purpose: 'VISTA', scope: 'INTEGRAL', documentIds: [] });
    expect(withheld(ana, inProcess(sealed, noticed(null), vista))).toBe('NOTICE_NOT_CONFIRMED');
    expect(noticeToConfirm(ana, inProcess(sealed, noticed(null)))).toBe('n');
    expect(withheld(ana, inProcess(sealed, fulfilled))).toBeNull();
    expect(noticeToConfirm(ana, inProcess(sealed, fulfilled))).toBeNull();
  });

  it('IN-07: stays withheld from somebody else, and from a recipient whose access ended', () => {
    expect(withheld({ kind: 'person', personId: 'bia' }, inProcess(sealed, fulfilled))).toBe('SEALED');
    expect(withheld(ana, inProcess(sealed, noticed(new Date(), { state: 'CANCELLED' })))).toBe('SEALED');
  });

  it('includes the certificate for who was intimated, though his partial access never changes (IN-30)', () => {
    expect(read(ana, {}, [noticed(null)])).toEqual(['public', 'mine']);
    expect(read(ana, {}, [fulfilled])).toEqual(['public', 'restricted', 'mine']);
  });
});
