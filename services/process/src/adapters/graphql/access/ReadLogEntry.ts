import type { ReadLogEntryResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../mappers.ts';
import { readParts } from './labels.ts';

export const ReadLogEntry: ReadLogEntryResolvers = {
  documentIds: ({ documentIds = [] }) => [...documentIds],
  part: ({ part }) => viewOf(readParts, part),
};
