import { connectionOf } from '@guiche/kit/graphql';
import type { MutationResolvers, QueryResolvers } from '../../../generated/graphql.ts';
import { configurePublicSearch } from '../../../use-cases/search/configure-public-search.ts';
import { consultBasicData } from '../../../use-cases/search/consult-basic-data.ts';
import { findPublicProcess } from '../../../use-cases/search/find-public-process.ts';
import { issuePublicSearchChallenge } from '../../../use-cases/search/issue-public-search-challenge.ts';
import { openPublicLink } from '../../../use-cases/search/open-public-link.ts';
import { searchProcesses, summarizeProcessSearch } from '../../../use-cases/search/search-for-staff.ts';
import { searchPublic, summarizePublicSearch } from '../../../use-cases/search/search-public.ts';

/** What anybody asks without logging in, and what staff search. */
export const searchQueries = {
  publicSearchChallenge: (_parent, _input, { ask }) => ask(issuePublicSearchChallenge, {}),
  publicSearch: async (_parent, input, { ask }) => ({
    ...connectionOf(await ask(searchPublic, input)),
    summary: () => ask(summarizePublicSearch, input),
  }),
  searchProcesses: async (_parent, input, { ask }) => ({
    ...connectionOf(await ask(searchProcesses, input)),
    summary: () => ask(summarizeProcessSearch, input),
  }),
  publicProcess: (_parent, input, { ask }) => ask(findPublicProcess, input),
  async basicProcess(_parent, input, { ask, reads }) {
    const found = await ask(consultBasicData, input);
    if (found !== null) reads.shown(found.process, 'BASIC_DATA');
    return found;
  },
  publicLink: (_parent, input, { ask }) => ask(openPublicLink, input),
} satisfies QueryResolvers;

/** What administrators set about it. */
export const searchActs = {
  async configurePublicSearch(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configurePublicSearch, input);
    return { settings: result, replayed };
  },
} satisfies MutationResolvers;
