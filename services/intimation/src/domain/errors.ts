import { calendarErrors } from './calendar/errors.ts';
import { fulfilmentErrors } from './fulfilment/errors.ts';
import { issuingErrors } from './issuing/errors.ts';
import { recipientErrors } from './recipients/errors.ts';
import { reportErrors } from './reports/errors.ts';
import { typeErrors } from './types/errors.ts';

/** Everything this service refuses, and what the caller can do about it; each topic has its own. */
export const intimationErrors = {
  ...calendarErrors,
  ...fulfilmentErrors,
  ...issuingErrors,
  ...recipientErrors,
  ...reportErrors,
  ...typeErrors,
};
