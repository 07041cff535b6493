import { refuseProblems } from '@guiche/kit/errors';
import type { SignBlockDocumentsInput, SignBlockDocumentsPayload, SignedBlockDocument } from '../../../generated/graphql.ts';
import { signDocument } from '../../../use-cases/signatures/sign-document.ts';
import type { GraphQLContext } from '../context.ts';
import { refusalOf } from '../refusal-of.ts';

const limit = 100;
/** Each prints a PDF: more at once would not be faster. */
const together = 3;

/** The same signature on many documents, each by its own authorization: one refusal stops nothing else. */
export async function signBlockDocuments(
  _parent: unknown,
  { input: { documents, idempotencyKey, ...common } }: { input: SignBlockDocumentsInput },
  { execute, language }: GraphQLContext,
): Promise<SignBlockDocumentsPayload> {
  const message = { pt: `Escolha de 1 a ${String(limit)} documentos.`, en: `Choose 1 to ${String(limit)} documents.` };
  refuseProblems(documents.length >= 1 && documents.length <= limit ? [] : [{ path: 'documents', code: 'OUT_OF_RANGE', message }]);
  const one = async ({ documentId, authorization }: (typeof documents)[number]): Promise<SignedBlockDocument> => {
    const key = idempotencyKey == null ? {} : { idempotencyKey: `${idempotencyKey}:${documentId}` };
    try {
      const { replayed } = await execute(signDocument, { ...common, documentId, authorization, ...key });
      return { documentId, refusal: null, replayed };
    } catch (error) {
      return { documentId, refusal: refusalOf(error, language), replayed: false };
    }
  };
  const results: SignedBlockDocument[] = [];
  for (let start = 0; start < documents.length; start += together) {
    results.push(...(await Promise.all(documents.slice(start, start + together).map(one))));
  }
  return { results, replayed: results.every(({ replayed }) => replayed) };
}
