import type { TokenPrincipal } from '@guiche/kit/auth';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { PDFDocument } from '@cantoo/pdf-lib';
import { clerk, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { unitDesk } from './unit-desk.ts';

const shown = `replayed document { id version state { value } origin { value } pendingSignature file { sha256 } signedFile { sha256 fileName downloadUrl }
  signatures { kind { value label } signerName role level { value } } voidedSignatures { voidedAt reason signature { signerName } } }`;

/** A document as these tests see it. */
export interface SeenDocument {
  readonly id: string;
  readonly version: number;
  readonly state: { readonly value: string };
  readonly pendingSignature: boolean;
  readonly file: { readonly sha256: string };
  readonly signedFile: { readonly sha256: string; readonly fileName: string; readonly downloadUrl: string } | null;
  readonly signatures: readonly { readonly kind: { readonly value: string }; readonly signerName: string; readonly role: string }[];
  readonly voidedSignatures: readonly { readonly reason: string; readonly signature: { readonly signerName: string } }[];
}

export const codeOf = ({ errors }: GraphqlAnswer<unknown>): string | undefined => errors[0]?.extensions?.['code'] as string | undefined;
const idOf = (who: TokenPrincipal): string => (who.kind === 'staff' ? who.staffId : 'personId' in who ? who.personId : '');

/** Units and clerks that write, include and sign documents, with real authorizations. */
export async function signingDesk(rig: Rig) {
  const desk = await unitDesk(rig);

  /** Sends one mutation that answers with a document. */
  const acts = async (who: TokenPrincipal, mutation: string, input: object): Promise<{ code: string | undefined; details: Record<string, unknown>; document: SeenDocument; replayed: boolean }> => {
    rig.clock.advance({ seconds: 1 });
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await rig.as(who)<Record<string, { document: SeenDocument; replayed: boolean }>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`,
      { input },
    );
    const payload = answer.data?.[mutation];
    return {
      code: codeOf(answer), details: answer.errors[0]?.extensions ?? {}, replayed: payload?.replayed ?? false,
      document: payload?.document ?? ({ id: '' } as SeenDocument),
    };
  };
  /** What identity gives against the password for a document as it is. */
  const authorizationFor = (who: TokenPrincipal, document: Pick<SeenDocument, 'id' | 'file'>, claims: object = {}): string =>
    rig.authorization({
      sub: idOf(who), signer: who.kind === 'staff' ? 'staff' : 'person', name: `Nome de ${idOf(who)}`,
      document_id: document.id, sha256: document.file.sha256, ...claims,
    });

  return {
    ...desk,
    acts,
    authorizationFor,
    codeOf,

    /** A draft of the clerk's unit. */
    async write(processId: string, changes: object = {}, who = clerk): Promise<SeenDocument> {
      const input = { processId, unitId, typeKey: 'oficio', title: 'Ofício', content: '<p>Defere-se o pedido.</p>', ...changes };
      const { document, code } = await acts(who, 'writeDocument', input);
      if (code !== undefined) throw new Error(code);
      return document;
    },

    /** A scanned paper of the clerk's unit. */
    async scan(processId: string, changes: object = {}): Promise<SeenDocument> {
      const pdf = await PDFDocument.create();
      pdf.addPage();
      const uploadId = await rig.upload(clerk, await pdf.save());
      const input = { processId, unitId, typeKey: 'comprovante', title: 'Conta de luz', conference: 'ORIGINAL', uploadId, ...changes };
      const { document, code } = await acts(clerk, 'includeFile', input);
      if (code !== undefined) throw new Error(code);
      return document;
    },

    sign: (who: TokenPrincipal, document: SeenDocument, changes: object = {}) =>
      acts(who, 'signDocument', {
        documentId: document.id, authorization: authorizationFor(who, document), acceptTerm: true, role: 'Agente Administrativo', ...changes,
      }),
  };
}

export type SigningDesk = Awaited<ReturnType<typeof signingDesk>>;
