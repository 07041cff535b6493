import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';
import { ownerOf } from '../access/own-processes.ts';

export interface ListPetitions extends PageArguments {
  readonly state?: 'DRAFT' | 'FILED' | null | undefined;
}

/** The caller's petitions, last changed first; the filed ones are the receipts (Recibos Eletrônicos de Protocolo, PT-02). */
export const listPetitions = defineQuery({
  action: 'petition:list',
  load: () => null,
  run: ({ input: { state, ...page }, actor }: { input: ListPetitions; actor: Principal }, { petitions }) =>
    petitions.pageOf({ ...ownerOf(actor), ...(state == null ? {} : { state }) }, pageRequest(page)),
});
