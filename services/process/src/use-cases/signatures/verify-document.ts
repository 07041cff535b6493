import { defineQuery } from '../define.ts';
import { admitVerification, verifiedDocument } from './verified-document.ts';

interface VerifyQuery {
  readonly input: { readonly code: string };
  readonly now: Date;
  readonly address?: string;
}

/** What a verification code proves (SG-06); null without a match. */
export const verifyDocument = defineQuery({
  action: 'document:verify',
  admit: (query: VerifyQuery, ports) => admitVerification(query, ports),
  load: () => null,
  async run({ input, ...attempt }: VerifyQuery, ports) {
    const code = input.code.toUpperCase().replace(/[^0-9A-F]/g, '');
    const document = code === '' ? undefined : await ports.documents.findByVerificationCode(code);
    return verifiedDocument(document, (verification) => verification.code === code, attempt, ports);
  },
});
