import { fileCertificate } from '../../domain/fulfilment/file-certificate.ts';
import { defineUseCase } from '../define.ts';
import { loadNotice } from './load-notice.ts';
import { traceOf } from './save-notice.ts';

export interface NoteCertificateFiled {
  readonly noticeId: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly filedAt: Date;
}

/** The certificate of a fulfilled notice is in the process (IN-14). */
export const noteCertificateFiled = defineUseCase({
  name: 'noteCertificateFiled',
  action: 'notice:follow-process',
  load: ({ input }: { input: NoteCertificateFiled }, ports) => loadNotice({ input }, ports),

  async run({ input: { noticeId, ...certificate }, resource: { notice } }, { notices }) {
    const filed = fileCertificate(notice, certificate);
    if (filed === undefined) return { result: { noticeId } };
    await notices.update(filed);
    return { result: { noticeId }, audit: [traceOf(notice, filed)] };
  },
});
