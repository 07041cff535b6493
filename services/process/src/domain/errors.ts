import { accessErrors } from './access/errors.ts';
import { accreditationErrors } from './accreditation/errors.ts';
import { catalogueErrors } from './catalogue/errors.ts';
import { documentErrors } from './documents/errors.ts';
import { exportErrors } from './exports/errors.ts';
import { pdfErrors } from './files/errors.ts';
import { intimationErrors } from './intimations/errors.ts';
import { numberErrors } from './numbers/errors.ts';
import { petitionErrors } from './petitions/errors.ts';
import { caseErrors } from './processes/errors.ts';
import { searchErrors } from './search/errors.ts';
import { settingErrors } from './settings/errors.ts';
import { signatureErrors } from './signatures/errors.ts';
import { taskErrors } from './tasks/errors.ts';

/** Everything this service refuses, and what the caller can do about it; each topic has its own. */
export const processErrors = {
  ...accessErrors,
  ...accreditationErrors,
  ...catalogueErrors,
  ...documentErrors,
  ...exportErrors,
  ...pdfErrors,
  ...intimationErrors,
  ...numberErrors,
  ...petitionErrors,
  ...caseErrors,
  ...searchErrors,
  ...settingErrors,
  ...signatureErrors,
  ...taskErrors,
};
