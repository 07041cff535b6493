import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { searchWords } from '../domain/catalogue.ts';
import { defineQuery } from './define.ts';
import type { ServiceSearch } from './ports.ts';

export interface ListServicesInput extends PageArguments {
  readonly municipalityId: string;
  readonly search?: string | null | undefined;
}

const searchOf = ({ municipalityId, search }: ListServicesInput): ServiceSearch => ({ municipalityId, words: searchWords(search ?? '') });

/** Active services of a municipality, by category and name. */
export const listServices = defineQuery({
  action: 'service:list',
  load: (_command: { input: ListServicesInput }) => null,
  run: ({ input }, { services }) => services.page(searchOf(input), pageRequest(input)),
});

/** How many there are; asked apart. */
export const countServices = defineQuery({
  action: 'service:list',
  load: (_command: { input: ListServicesInput }) => null,
  run: ({ input }, { services }) => services.count(searchOf(input)),
});
