import { localDate } from '@guiche/kit/calendar';
import { refuseProblems } from '@guiche/kit/errors';
import { checkChosenDocuments, lastDay, termsOf, termsProblems, termsText } from '../../domain/access/access-terms.ts';
import type { AccessTerms, AccessTermsInput } from '../../domain/access/access-terms.ts';
import { processErrors } from '../../domain/errors.ts';
import { reachOf, reaches } from '../../domain/processes/reading.ts';
import type { Reader } from '../../domain/processes/reading.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';

/** Terms that may be granted now, and the digest that the password is typed for. */
export interface DecidedTerms {
  readonly terms: AccessTerms;
  /** Today on the municipality's calendar. */
  readonly on: string;
  readonly expiresOn: string;
  readonly expiresAt: Date;
  readonly sha256: string;
}

/** Checks the terms of an access against unit, process and documents (AE-01, AE-02, NT-02). */
export async function decideTerms(
  { input, worked: { process, unit }, reader, now }: { input: AccessTermsInput; worked: WorkedProcess; reader: Reader; now: Date },
  ports: Pick<Ports, 'documents' | 'municipalities' | 'sha256'>,
): Promise<DecidedTerms> {
  refuseProblems(termsProblems(input));
  if (unit.email === null) throw processErrors.UNIT_WITHOUT_EMAIL();
  const terms = termsOf(input);
  const { timeZone } = await knownMunicipality(process.municipalityId, ports);
  const reach = reachOf(reader, process);
  checkChosenDocuments(terms, await ports.documents.findMany(terms.documentIds), (document) => reaches(reach, document));
  const end = lastDay(terms, now, timeZone);
  return { terms, on: localDate(now, timeZone), ...end, sha256: ports.sha256(termsText(terms, end.expiresOn)) };
}
