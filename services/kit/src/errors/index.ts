export { defineErrors, isAppError } from './app-error.ts';
export type { AppError, ErrorCatalogue, ErrorDefinition, ErrorDetails, ErrorKind, Wording } from './app-error.ts';
export { languageOf } from './language.ts';
export type { Language } from './language.ts';
export { invalidInput, refuseProblems, textProblem, validationErrors } from './validation.ts';
export type { FieldProblem } from './validation.ts';
export { platformErrors } from './platform-errors.ts';
