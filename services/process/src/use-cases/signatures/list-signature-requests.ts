import type { Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { Document } from '../../domain/documents/document.ts';
import type { SignatureRequest } from '../../domain/signatures/signature-request.ts';
import { isBy } from '../../domain/signatures/signature.ts';
import { defineQuery } from '../define.ts';
import { signerOf } from './signer-of.ts';

/** A request as a list shows it. The document may be closed to its signer by now. */
export interface ListedRequest {
  readonly document: Document;
  readonly request: SignatureRequest;
}

/** What the caller is or was asked to sign, last asked first (SG-03). */
export const listSignatureRequests = defineQuery({
  action: 'signature-request:list-own',
  load: () => null,
  async run({ input, actor }: { input: PageArguments & { openOnly?: boolean | null | undefined }; actor: Principal }, { documents }): Promise<Page<ListedRequest>> {
    const { openOnly, ...page } = input;
    const signer = signerOf(actor);
    const within = actor.kind === 'staff' || actor.kind === 'app-for-person' ? { municipalityId: actor.municipalityId } : {};
    const found = await documents.pageAsked({ signer, ...within, openOnly: openOnly ?? false }, pageRequest(page));
    return mapPage(found, (document) => {
      const request = document.signatureRequests.find((candidate) => isBy(candidate, signer));
      if (request === undefined) throw new Error(`Document ${document.id} was found for a signer whom it does not ask`);
      return { document, request };
    });
  },
});
