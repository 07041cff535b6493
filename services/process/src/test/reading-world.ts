import type { TokenPrincipal } from '@guiche/kit/auth';
import { inTransaction } from '@guiche/kit/mongo';
import { createPortugueseStem } from '../adapters/language/portuguese-stem.ts';
import { searchIndex } from '../adapters/mongo/search/search-index.ts';
import type { Document } from '../domain/documents/document.ts';
import type { AccessLevel } from '../domain/processes/access-level.ts';
import type { Process } from '../domain/processes/process.ts';
import { entriesOfDocument, entriesOfProcess } from '../domain/search/entries-of.ts';
import { shareHolder } from '../domain/signatures/share-holder.ts';
import { startAccessRig } from './access-rig.ts';
import { aFile, aGrant, aPlacement, aSignature } from './builders.ts';
import { clerk, person, unitId } from './rig.ts';

export const levels = ['PUBLIC', 'RESTRICTED', 'SECRET'] as const;
const staff = (staffId: string, units: string[], municipalityId = 'campinas') =>
  ({ ...clerk, staffId, unitIds: units, municipalityId, sessionId: staffId }) as TokenPrincipal;
const appFor = (personId: string, scopes: string[], municipalityId = 'campinas') =>
  ({ kind: 'app-for-person', appId: 'app', personId, municipalityId, scopes }) as TokenPrincipal;
const app = (scopes: string[]) => ({ kind: 'app', appId: 'app', municipalityId: 'campinas', scopes }) as TokenPrincipal;

export const readers = {
  interested: person('interested'),
  integral: person('integral'),
  partial: person('partial'),
  expired: person('expired'),
  petitioner: person('petitioner'),
  stranger: person('stranger'),
  clerk: staff('clerk', [unitId]),
  credentialed: staff('credentialed', [unitId]),
  formerUnit: staff('former', ['former']),
  otherUnit: staff('other', ['other']),
  signer: staff('signer', ['other']),
  blockUnit: staff('blocks', ['blocks']),
  otherCity: staff('foreign', [unitId], 'rio'),
  appForIntegral: appFor('integral', ['process:read']),
  appWithOtherScope: appFor('integral', ['petition:file']),
  appOfOtherCity: appFor('integral', ['process:read'], 'rio'),
  app: app(['process:read']),
  appWithoutScope: app([]),
  anonymous: undefined,
} satisfies Record<string, TokenPrincipal | undefined>;
export type ReaderName = keyof typeof readers;

/**
 * Documents, by letter: P public, R restricted, G restricted and granted to `partial`, M restricted and submitted by
 * `petitioner`, D a draft of the unit; R and D are shared with `signer` and with the unit of `blockUnit` for signature. `-` is a process that does not exist for the reader; `` one without documents.
 */
export const seen: Record<ReaderName, Record<AccessLevel, string>> = {
  interested: { PUBLIC: 'P', RESTRICTED: '', SECRET: '-' },
  integral: { PUBLIC: 'PRGM', RESTRICTED: 'PRGM', SECRET: 'PRGM' },
  partial: { PUBLIC: 'G', RESTRICTED: 'G', SECRET: 'G' },
  expired: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  petitioner: { PUBLIC: 'M', RESTRICTED: 'M', SECRET: 'M' },
  stranger: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  clerk: { PUBLIC: 'PRGMD', RESTRICTED: 'PRGMD', SECRET: '-' },
  credentialed: { PUBLIC: 'PRGMD', RESTRICTED: 'PRGMD', SECRET: 'PRGMD' },
  formerUnit: { PUBLIC: 'PRGM', RESTRICTED: 'PRGM', SECRET: '-' },
  otherUnit: { PUBLIC: 'P', RESTRICTED: '-', SECRET: '-' },
  signer: { PUBLIC: 'PRD', RESTRICTED: 'RD', SECRET: '-' },
  blockUnit: { PUBLIC: 'PRD', RESTRICTED: 'RD', SECRET: '-' },
  otherCity: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  appForIntegral: { PUBLIC: 'PRGM', RESTRICTED: 'PRGM', SECRET: 'PRGM' },
  appWithOtherScope: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  appOfOtherCity: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  app: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  appWithoutScope: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
  anonymous: { PUBLIC: '-', RESTRICTED: '-', SECRET: '-' },
};
export const mine: Partial<Record<ReaderName, readonly AccessLevel[]>> = { interested: ['PUBLIC', 'RESTRICTED'] };
export const released: Partial<Record<ReaderName, readonly AccessLevel[]>> = { integral: levels, partial: levels, petitioner: levels, appForIntegral: levels };
export const controlled: Partial<Record<ReaderName, readonly AccessLevel[]>> = { clerk: ['PUBLIC', 'RESTRICTED'], credentialed: levels };

export const titleOf = (level: AccessLevel, letter: string): string => `Prontuário-${level}-${letter}`;

/** The city with a process of each level that all of these readers try. */
export async function startReadingWorld() {
  const rig = await startAccessRig();
  const processes = {} as Record<AccessLevel, Process>;
  const documents = {} as Record<AccessLevel, Record<string, Document>>;
  const { connection } = rig.service.parts;
  const put = (collection: string, { id, ...row }: { readonly id: string }) => connection.collection<{ _id: string }>(collection).insertOne({ _id: id, ...row });
  for (const level of levels) {
    const process = await rig.aProcess({
      accessLevel: level, globalLevel: level === 'PUBLIC' ? 'RESTRICTED' : level, unitId, openUnitIds: [unitId], unitIds: [unitId, 'former'],
      interestedPartyIds: ['interested'], credentialedStaffIds: ['credentialed'], specification: `Assunto-${level}`,
    });
    processes[level] = process;
    documents[level] = {};
    for (const letter of ['P', 'R', 'G', 'M', 'D']) {
      const code = `${letter.charCodeAt(0).toString(16)}${String(levels.indexOf(level))}`.toUpperCase().padEnd(16, '0');
      const document = await rig.aDocument(process, {
        title: titleOf(level, letter),
        accessLevel: letter === 'P' ? 'PUBLIC' : 'RESTRICTED',
        state: letter === 'D' ? 'DRAFT' : 'SIGNED',
        submittedBy: letter === 'M' ? 'petitioner' : null,
        signatures: letter === 'D' ? [] : [aSignature()],
        signedFile: letter === 'D' ? null : aFile({}),
        verification: letter === 'D' ? null : { code, crc: 'AAAAAAAA' },
        unitId,
      });
      documents[level][letter] = document;
    }
    const grant = { processId: process.id, expiresAt: null };
    const { G, M, R, D } = documents[level] as Record<'G' | 'M' | 'R' | 'D', Document>;
    await put('grants', aGrant({ ...grant, id: `integral-${level}`, purpose: 'EXTERNAL_USER', personId: 'integral', scope: 'INTEGRAL', documentIds: [] }));
    await put('grants', aGrant({ ...grant, id: `partial-${level}`, purpose: 'EXTERNAL_USER', personId: 'partial', documentIds: [G.id] }));
    await put('grants', aGrant({ ...grant, id: `expired-${level}`, purpose: 'EXTERNAL_USER', personId: 'expired', scope: 'INTEGRAL', documentIds: [], expiresAt: new Date(0) }));
    await put('grants', aGrant({ ...grant, id: `petition-${level}`, purpose: 'PETITION', personId: 'petitioner', documentIds: [M.id] }));
    for (const holder of [shareHolder({ staffId: 'signer' }), shareHolder({ unitId: 'blocks' })]) {
      for (const { id } of [R, D]) {
        const share = { municipalityId: 'campinas', processId: process.id, documentId: id, holder, source: `block-${level}` };
        await put('document_shares', { id: `${id}/${holder}`, ...share });
      }
    }
    await put('placements', aPlacement({ processId: process.id, unitId, numberKey: process.numberKey }));
  }

  return {
    rig,
    processes,
    documents,

    /** Search learns of all of it. */
    async index(): Promise<void> {
      const stem = createPortugueseStem();
      for (const level of levels) {
        const published = { process: processes[level], annexedTo: null };
        await inTransaction(connection, async (session) => {
          const index = searchIndex(connection, session, stem);
          await index.put({ id: published.process.id, version: 1, facts: '' }, entriesOfProcess(published, ['Maria Interessada']));
          for (const document of Object.values(documents[level])) {
            await index.put({ id: document.id, version: 1, facts: '' }, entriesOfDocument(document, published, `texto confidencial do ${document.title}`));
          }
        });
      }
    },
  };
}

export type ReadingWorld = Awaited<ReturnType<typeof startReadingWorld>>;
