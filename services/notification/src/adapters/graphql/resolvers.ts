import { scalarResolvers } from '@guiche/kit/graphql';
import { Message } from './Message.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

const { DateTime } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = { DateTime, Message, Mutation, Query };
