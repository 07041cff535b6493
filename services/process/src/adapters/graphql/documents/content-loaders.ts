import type { SubgraphContext } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import DataLoader from 'dataloader';
import type { ReadableDocument } from '../../../domain/processes/reading.ts';
import type { Resources } from '../../../permissions.ts';
import { listVersions, readContents, readVersions } from '../../../use-cases/documents/read-contents.ts';
import type { VersionOfDocument, VersionsRequest } from '../../../use-cases/documents/read-contents.ts';
import type { Ports } from '../../../use-cases/ports.ts';

/** What was written in the editor, batched over all documents of a request. */
export interface ContentLoaders {
  contentOf(document: ReadableDocument): Promise<string | null>;
  versionsOf(document: ReadableDocument, page: PageArguments): Promise<Page<VersionOfDocument> | null>;
  textOf(version: VersionOfDocument): Promise<string>;
}

export function contentLoaders({ ask }: Pick<SubgraphContext<Resources, Ports>, 'ask'>): ContentLoaders {
  const contents = new DataLoader<ReadableDocument, string | null>((documents) => ask(readContents, documents), { cache: false });
  const versions = new DataLoader<VersionsRequest, Page<VersionOfDocument> | null>((requests) => ask(listVersions, requests), { cache: false });
  const texts = new DataLoader<VersionOfDocument, string>((asked) => ask(readVersions, asked), { cache: false });
  return {
    contentOf: (document) => contents.load(document),
    versionsOf: (document, page) => versions.load({ document, page: pageRequest(page) }),
    textOf: (version) => texts.load(version),
  };
}
