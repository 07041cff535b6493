import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { SignaturePorts } from '../use-cases/signatures/ports.ts';
import { documentShareRepository } from './mongo/signatures/document-share-repository.ts';
import { externalUserRepository } from './mongo/signatures/external-user-repository.ts';
import { signatureLevelsRepository } from './mongo/signatures/signature-levels-repository.ts';
import { signingBlockRepository } from './mongo/signatures/signing-block-repository.ts';
import { icpBrasil } from './tokens/icp-brasil.ts';

/** The ports of signing. */
export function signaturePorts({ connection }: { connection: Connection }, session: ClientSession | undefined, reads?: GatheredReads): SignaturePorts {
  return {
    signatureLevels: signatureLevelsRepository(connection, session),
    icpBrasil,
    documentShares: documentShareRepository(connection, session, reads),
    externalUsers: externalUserRepository(connection, session),
    signingBlocks: signingBlockRepository(connection, session),
  };
}
