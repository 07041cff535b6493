import type { Process } from '../../domain/processes/process.ts';
import { startingRules } from '../../domain/settings/process-rules.ts';
import type { Ports } from '../ports.ts';

/** How many unsigned documents the city forbids to leave behind (PR-07); zero where it does not. */
export async function draftsInTheWay(
  { id, municipalityId }: Pick<Process, 'id' | 'municipalityId'>,
  { processRules, documents }: Pick<Ports, 'processRules' | 'documents'>,
): Promise<number> {
  const rules = (await processRules.find(municipalityId)) ?? startingRules(municipalityId);
  return rules.unsignedDocumentsForbidConclusion ? documents.countDrafts(id) : 0;
}
