import type { TicketFileResolvers } from '../../generated/graphql.ts';

export const TicketFile: TicketFileResolvers = {
  current: ({ replacedAt }) => replacedAt === null,
  url: (file, _args, { fileUrl }) => fileUrl(file),
};
