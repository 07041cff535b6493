import type { Certificate, Notice } from '../issuing/notice.ts';
import { fulfilmentErrors } from './errors.ts';

/**
 * The certificate is in the process (IN-14), exactly one for each recipient. `undefined` when it is known. Throws
 * `NOTICE_NOT_FULFILLED` or `CERTIFICATE_ALREADY_FILED`.
 */
export function fileCertificate(notice: Notice, certificate: Certificate): Notice | undefined {
  if (notice.fulfilment === null) throw fulfilmentErrors.NOTICE_NOT_FULFILLED();
  const known = notice.certificate;
  if (known?.documentId === certificate.documentId) return undefined;
  if (known !== null) throw fulfilmentErrors.CERTIFICATE_ALREADY_FILED({ number: known.documentNumber });
  return { ...notice, certificate, version: notice.version + 1 };
}
