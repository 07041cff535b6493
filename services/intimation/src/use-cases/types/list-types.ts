import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';
import type { TypeFilter } from './ports.ts';

export interface TypesRequest {
  readonly filter: TypeFilter;
  readonly page: PageRequest;
}

/** Types of intimation of a municipality, by name. */
export const listIntimationTypes = defineQuery({
  action: 'intimation-type:list',
  load: ({ input }: { input: TypesRequest }) => input.filter,
  run: ({ input }, { intimationTypes }) => intimationTypes.page(input.filter, input.page),
});

/** Response types of a municipality, by name. */
export const listResponseTypes = defineQuery({
  action: 'intimation-type:list',
  load: ({ input }: { input: TypesRequest }) => input.filter,
  run: ({ input }, { responseTypes }) => responseTypes.page(input.filter, input.page),
});
