import { processErrors } from '../../domain/errors.ts';
import type { IcpBrasil } from '../../use-cases/signatures/ports.ts';

/** Until certificates are verified here, asking for one says so. */
export const icpBrasil: IcpBrasil = {
  verify: () => Promise.reject(processErrors.SIGNATURE_METHOD_NOT_AVAILABLE()),
};
