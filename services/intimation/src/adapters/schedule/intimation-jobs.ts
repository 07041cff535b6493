/** The jobs of this service, by kind. */
export type IntimationJobs = {
  'watch-intimation': { readonly intimationId: string };
  'fulfil-tacitly': { readonly noticeId: string };
  'mark-overdue': { readonly noticeId: string };
  'write-report': { readonly exportId: string };
  'clear-report': { readonly exportId: string };
  remind: { readonly noticeId: string; readonly daysBefore: number };
};
