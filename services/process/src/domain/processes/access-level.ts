/** Who may read: anybody, who takes part, or who is named (PR-01). */
export type AccessLevel = 'PUBLIC' | 'RESTRICTED' | 'SECRET';

/** Level and legal ground (hipótese legal), which restriction needs and publicity excludes. */
export interface Access {
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
}

/** Papers with personal data are for who takes part in the process only. */
export const personalDataAccess: Access = {
  accessLevel: 'RESTRICTED',
  legalHypothesis: 'Informação Pessoal (LGPD, Lei nº 13.709/2018)',
};
