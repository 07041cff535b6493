/** What a city forbids about its processes, beyond what holds everywhere. */
export interface ProcessRules {
  readonly municipalityId: string;
  /** No unsigned document may be left behind by the last unit that concludes, or by annexing (PR-07). */
  readonly unsignedDocumentsForbidConclusion: boolean;
}

/** The rules of a city that has set none. */
export function startingRules(municipalityId: string): ProcessRules {
  return { municipalityId, unsignedDocumentsForbidConclusion: false };
}
