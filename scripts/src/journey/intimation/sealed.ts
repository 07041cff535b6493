import { expectThat } from '../expect-that.ts';
import { eventually } from '../eventually.ts';
import { publicLink } from '../public-search-documents.ts';
import { processOf, search } from '../search-in-public.ts';
import type { Story } from '../story.ts';
import { contentsFor, verifiedBy } from './contents.ts';
import type { ContentView } from './content-view.ts';
import { myNotice, readNotice } from './notices.ts';
import type { IssuedAct } from './notices.ts';
import type { Recipient, Stage } from './stage.ts';
import { training } from './training-city.ts';

/** Nobody on the recipients' side reads what is sealed, nor does the public, by any way (IN-07, scenario 10). */
export async function playSealed(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('Lacrada para a destinatária: vê que existe, não o que diz, nem pela intimação, nem pelo processo (IN-07)', async ({ count }) => {
    const { found } = await myNotice(stage.ana, act.number);
    const { found: notice, subgraphRequests } = await readNotice(stage.ana.graph, found.id);
    count(subgraphRequests);
    expectThat(notice.documents.length === 2, `A intimação mostra ${String(notice.documents.length)} documentos`);
    expectSealed(notice.documents, found.id);
    expectSealed((await bound(stage, stage.ana)), found.id);
    return { value: undefined, result: notice.documents.map(({ title, withheld }) => `${title}: ${withheld?.label ?? ''}`).join('; ') };
  });
  await story.step('Lacrada para o público: nem o processo, nem o link permanente, nem a pesquisa, nem a conferência mostram o conteúdo (PS-02)', async () => {
    await eventually('a pesquisa', async () => ((await isFound(stage)) ? undefined : true), 30_000, 500);
    return { value: undefined, result: await expectHiddenFromPublic(stage, act) };
  });
}

/** What the public may not see: throws when it does. */
export async function expectHiddenFromPublic(stage: Stage, act: IssuedAct): Promise<string> {
  const { visitor, process } = stage;
  const { shown } = await processOf(visitor, process.number);
  const listed = shown?.documents.edges.map(({ node }) => node) ?? [];
  const sealed = listed.filter(({ withheld, file }) => withheld && file === null);
  expectThat(sealed.length >= 2, `O público vê ${String(listed.length)} documentos, ${String(sealed.length)} deles lacrados`);
  for (const link of act.links) {
    type Linked = { publicLink: { withheld: boolean; file?: object | null } | null };
    const { data } = await visitor.graph.ask<Linked>(publicLink, { link });
    expectThat(data.publicLink?.withheld === true && data.publicLink.file === null, `O link permanente mostra ${JSON.stringify(data.publicLink)}`);
  }
  expectThat(!(await isFound(stage)), 'A pesquisa acha o conteúdo');
  const verified = await verifiedBy(stage, act.verification);
  expectThat(!verified.public && verified.file === null, 'A conferência mostra o conteúdo');
  return `listados, sem conteúdo: ${String(sealed.length)}; por links permanentes e pela palavra: nada; conferência: ${verified.state.label}, sem arquivo`;
}

/** Whether the public search finds the word that stands in the documents alone. */
export async function isFound({ clerk, word }: Stage): Promise<boolean> {
  return (await search(clerk, { text: word }, undefined, training.municipalityId)).count > 0;
}

/** Principal document and annex as a recipient reads them in the process. */
export async function bound({ process, principal, annex }: Stage, { graph }: Recipient): Promise<readonly ContentView[]> {
  return (await contentsFor(graph, process.id)).filter(({ id }) => id === principal.id || id === annex.id);
}

/** Both documents are there and closed, and say which intimation opens them. */
export function expectSealed(contents: readonly ContentView[], noticeId: string): void {
  expectThat(contents.length === 2, `Há ${String(contents.length)} documentos`);
  for (const { title, content, file, signedFile, withheld } of contents) {
    expectThat(content === null && file === null && signedFile === null, `${title} está aberto`);
    expectThat(withheld?.value === 'NOTICE_NOT_CONFIRMED' && withheld.notice?.id === noticeId, `${title}: ${JSON.stringify(withheld)}`);
  }
}
