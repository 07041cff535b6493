import { defineQuery } from '../define.ts';
import { admitVerification, verifiedDocument } from './verified-document.ts';

interface VerifyQuery {
  readonly input: { readonly municipalityId: string; readonly verifier: string; readonly crc: string };
  readonly now: Date;
  readonly address?: string;
}

/** What people type from a print: the number of the document (código verificador) and the CRC (SG-06). */
export const verifyDocumentByNumber = defineQuery({
  action: 'document:verify',
  admit: (query: VerifyQuery, ports) => admitVerification(query, ports),
  load: () => null,
  async run({ input, ...attempt }: VerifyQuery, ports) {
    const crc = input.crc.toUpperCase().replace(/[^0-9A-F]/g, '');
    const verifier = input.verifier.replace(/\D/g, '');
    if (crc.length !== 8 || verifier === '' || verifier.length > 15) return null;
    const document = await ports.documents.findByNumber(input.municipalityId, Number(verifier));
    return verifiedDocument(document, (verification) => verification.crc === crc, attempt, ports);
  },
});
