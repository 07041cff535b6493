import { graphClient } from '../graph/graph-client.ts';
import { download } from './download.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import { logInClerk } from './log-in.ts';
import { protocoloGeral } from './processes.ts';
import { publicLink } from './public-search-documents.ts';
import { fillShelf } from './public-shelf.ts';
import type { Shelf } from './public-shelf.ts';
import { processOf, proofOf, search } from './search-in-public.ts';
import type { Visitor } from './search-in-public.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** How often a solution may be used (PS-01). */
const readingsOfProof = 100;

/** What anybody finds and reads of the city's processes without logging in (PS-01 to PS-04). */
export async function playPublicSearch(story: Story, world: World): Promise<void> {
  const clerk = await logInClerk(story, world);
  const shelf = await fillShelf(story, clerk);
  const visitor = await solvesPuzzle(story, world);
  await findsByText(story, visitor, shelf);
  await findsByNumber(story, visitor, shelf);
  await narrows(story, visitor, shelf);
  await readsProcess(story, visitor, shelf);
  await seesThatSomethingIsRestricted(story, visitor, shelf);
  await neverSeesSecret(story, visitor, shelf);
  await followsLink(story, visitor, shelf);
  await usesUpProof(story, world, visitor, shelf);
}

async function solvesPuzzle(story: Story, world: World): Promise<Visitor> {
  return story.step('A visitor without an account solves the puzzle, which takes the place of a captcha', async () => {
    const graph = graphClient(world.graphUrl);
    const none = await refusalOf(search(graph, { text: 'poda' }));
    const invented = await refusalOf(search(graph, { text: 'poda' }, 'invented'));
    return { value: { graph, proof: await proofOf(graph) }, result: `solved; without: ${none}; invented: ${invented}` };
  });
}

async function findsByText(story: Story, { graph, proof }: Visitor, { word, cpf, open }: Shelf): Promise<void> {
  await story.step('Finds process and document by their words, whatever the accents, without personal data (PS-01, LW-03)', async ({ count }) => {
    const { items, subgraphRequests } = await search(graph, { text: word.toUpperCase() }, proof);
    count(subgraphRequests);
    expectThat(items.length === 2 && items.every(({ processNumber }) => processNumber === open.number), `Found ${String(items.length)}`);
    const accented = await search(graph, { text: word.replace('jequitiba', 'jequitibá') }, proof);
    expectThat(accented.items.length === 2, 'Accents matter');
    const snippet = items.flatMap((item) => item.snippet.map(({ text }) => text)).join(' ');
    expectThat(snippet.toLowerCase().includes(word), `No snippet shows the word: ${snippet}`);
    expectThat(!snippet.includes(cpf), 'A snippet shows a CPF');
    const byCpf = await search(graph, { text: cpf }, proof);
    expectThat(byCpf.items.length === 0, 'A CPF finds somebody');
    return { value: undefined, result: `${items.map(({ kind, title }) => `${kind} ${title ?? ''}`).join('; ')}; by the CPF in it: nothing` };
  });
}

async function findsByNumber(story: Story, visitor: Visitor, { open }: Shelf): Promise<void> {
  await story.step('Finds it by its number in any formatting (PT-20)', async ({ count }) => {
    const forms = [open.number.toLowerCase(), open.number.replace(/\W/g, ''), open.number.replace(/\W/g, ' ')];
    for (const form of forms) {
      const { shown, subgraphRequests } = await processOf(visitor, form);
      count(subgraphRequests);
      expectThat(shown?.number === open.number, `"${form}" finds ${shown?.number ?? 'nothing'}`);
    }
    const { items } = await search(visitor.graph, { text: forms[2] }, visitor.proof);
    expectThat(items[0]?.processNumber === open.number, 'The search field does not take numbers');
    return { value: undefined, result: forms.join(', ') };
  });
}

async function narrows(story: Story, { graph, proof }: Visitor, { word }: Shelf): Promise<void> {
  await story.step('Narrows by place, type, unit and date', async () => {
    const counted = async (more: object): Promise<number> => (await search(graph, { text: word, ...more }, proof)).count;
    const day = (await search(graph, { text: word }, proof)).items[0]?.date ?? '';
    const kept = [{ kinds: ['PROCESS'] }, { kinds: ['EXTERNAL_DOCUMENT'] }, { documentType: 'Anexo' }, { processType: 'general-request', unitId: protocoloGeral, from: day, until: day }];
    const left = [{ kinds: ['GENERATED_DOCUMENT'] }, { documentType: 'Parecer' }, { processType: 'complaint' }, { unitId: 'campinas-secretaria-saude' }, { until: '2020-01-01' }];
    const counts: number[] = [];
    for (const more of kept) counts.push(await counted(more));
    expectThat(counts.join() === '1,1,1,2', `Narrowing leaves ${counts.join()}`);
    for (const more of left) expectThat((await counted(more)) === 0, `Found in spite of ${JSON.stringify(more)}`);
    return { value: undefined, result: `${counts.join(', ')} where it is, nothing elsewhere` };
  });
}

async function readsProcess(story: Story, visitor: Visitor, { open, hiddenWord }: Shelf): Promise<void> {
  await story.step('Reads the public process: history, open documents, and why one is withheld (PS-02, PS-04)', async ({ count }) => {
    const { shown, subgraphRequests } = await processOf(visitor, open.number);
    count(subgraphRequests);
    const [report, income] = shown?.documents.edges.map(({ node }) => node) ?? [];
    expectThat(report?.file != null, 'The public document has no content');
    await download(report.file);
    expectThat(income?.withheld === true && income.title === null && income.file === null, 'The restricted document shows something');
    expectThat(!JSON.stringify(shown).includes(hiddenWord), 'What is restricted shines through');
    const history = shown?.movements.edges.map(({ node }) => node.description) ?? [];
    return { value: undefined, result: `${report.title ?? ''}; withheld: ${income.legalHypothesis ?? ''}; ${history.join(', ')}` };
  });
}

async function seesThatSomethingIsRestricted(story: Story, visitor: Visitor, { restricted, hiddenWord }: Shelf): Promise<void> {
  await story.step('Sees that the restricted process exists and on which legal ground it is withheld, and nothing of it (PS-03)', async ({ count }) => {
    const { shown, subgraphRequests } = await processOf(visitor, restricted.number);
    count(subgraphRequests);
    expectThat(shown?.withheld === true && shown.legalHypothesis !== null, 'The restricted process is not shown as such');
    expectThat(shown.specification === null && shown.documents.edges.every(({ node }) => node.file === null && node.title === null), 'It shows content');
    const byWord = await search(visitor.graph, { text: hiddenWord }, visitor.proof);
    expectThat(byWord.items.length === 0 && byWord.count === 0, 'Its words are found');
    const listed = (await search(visitor.graph, { text: restricted.number }, visitor.proof)).items[0];
    expectThat(listed?.withheld === true && listed.title === null && listed.snippet.length === 0, 'The list shows content');
    return { value: undefined, result: `${shown.number}: ${shown.legalHypothesis}; by its words: nothing` };
  });
}

async function neverSeesSecret(story: Story, visitor: Visitor, { secret }: Shelf): Promise<void> {
  await story.step('A secret process is nowhere (PS-03)', async ({ count }) => {
    const { shown, subgraphRequests } = await processOf(visitor, secret.number);
    count(subgraphRequests);
    expectThat(shown === null, 'It is shown');
    const byNumber = await search(visitor.graph, { text: secret.number }, visitor.proof);
    const newest = await search(visitor.graph, { kinds: ['PROCESS'], processType: 'disciplinary', order: 'NEWEST' }, visitor.proof);
    const found = [...byNumber.items, ...newest.items].filter(({ processNumber }) => processNumber === secret.number);
    expectThat(found.length === 0, 'It is found');
    return { value: undefined, result: 'not by its number, not in a list, in no count' };
  });
}

async function followsLink(story: Story, { graph, proof }: Visitor, { word, open }: Shelf): Promise<void> {
  await story.step('Keeps the permanent link, which works without a puzzle and cannot be made up (PS-04)', async ({ count }) => {
    const { items } = await search(graph, { text: word, kinds: ['PROCESS'] }, proof);
    const link = items[0]?.link ?? '';
    type Linked = { publicLink: { processNumber: string } | null };
    const { data, subgraphRequests } = await graph.ask<Linked>(publicLink, { link });
    count(subgraphRequests);
    expectThat(data.publicLink?.processNumber === open.number, 'The link leads elsewhere');
    const forged = await graph.ask<Linked>(publicLink, { link: `${link.slice(0, -4)}AAAA` });
    expectThat(forged.data.publicLink === null, 'A link made up leads somewhere');
    return { value: undefined, result: `${link.slice(0, 12)}... leads to ${open.number}` };
  });
}

async function usesUpProof(story: Story, world: World, { graph, proof }: Visitor, { word }: Shelf): Promise<void> {
  await story.step('A solution is good for so many readings; then there is a new puzzle', async () => {
    let refused: string | undefined;
    for (let readings = 0; readings <= readingsOfProof && refused === undefined; readings += 10) {
      const codes = await Promise.all(Array.from({ length: 10 }, () => search(graph, { text: word }, proof).then(() => undefined, (error: { code: string }) => error.code)));
      refused = codes.find((code) => code !== undefined);
    }
    expectThat(refused !== undefined, 'The solution goes on for ever');
    const again = await search(graph, { text: word }, await proofOf(graphClient(world.graphUrl)));
    expectThat(again.items.length === 2, 'A new solution does not help');
    return { value: undefined, result: `${refused}; with a new one: ${String(again.items.length)} found` };
  });
}
