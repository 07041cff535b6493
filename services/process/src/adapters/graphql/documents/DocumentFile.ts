import type { DocumentFileResolvers } from '../../../generated/graphql.ts';

export const DocumentFile: DocumentFileResolvers = {
  downloadUrl: (file, _args, { downloadUrl }) => downloadUrl(file),
};
