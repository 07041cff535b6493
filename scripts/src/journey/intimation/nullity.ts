import { accreditation } from '../documents.ts';
import { eventually } from '../eventually.ts';
import { expectThat, refusalOf } from '../expect-that.ts';
import { startPetition } from '../petition-acts.ts';
import type { Story } from '../story.ts';
import { suspendProcess } from '../unit-documents.ts';
import { cancelAccess, processAccesses } from '../vista-documents.ts';
import { at } from './clock.ts';
import { contentsFor } from './contents.ts';
import { blockAccreditation, unblockAccreditation } from './documents.ts';
import { becomes, movements, myNotice } from './notices.ts';
import type { IssuedAct } from './notices.ts';
import type { Recipient, Stage } from './stage.ts';
import { training } from './training-city.ts';

const { municipalityId, unitId } = training;

interface Access {
  readonly id: string;
  readonly version: number;
  readonly purpose: { readonly value: string };
  readonly scope: { readonly label: string };
  readonly person: { readonly id: string } | null;
}

async function accessOf({ clerk, process }: Stage, { personId }: Recipient): Promise<Access> {
  type Accesses = { processAccesses: { edges: readonly { node: Access }[] } };
  const { data } = await clerk.ask<Accesses>(processAccesses, { processId: process.id, state: 'ACTIVE' });
  const found = data.processAccesses.edges.map(({ node }) => node).filter(({ purpose, person }) => purpose.value === 'INTIMATION' && person?.id === personId);
  expectThat(found.length === 1 && found[0] !== undefined, `Há ${String(found.length)} acessos por intimação`);
  return found[0];
}

function cancel({ clerk }: Stage, { id, version }: Access) {
  type Cancelled = { cancelAccess: { access: { state: { label: string } }; replacement: Access | null } };
  return clerk.ask<Cancelled>(cancelAccess, { input: { accessId: id, reason: 'Não é mais preciso', expectedVersion: version } });
}

/** While it runs, the access of an intimation is nobody's to take. */
export async function playHeldAccess(story: Story, stage: Stage): Promise<void> {
  await story.step('Enquanto corre o prazo, o acesso integral da intimação não se cancela, cumprida ou não (IN-31)', async () => {
    const codes = [await refusalOf(cancel(stage, await accessOf(stage, stage.ana))), await refusalOf(cancel(stage, await accessOf(stage, stage.bruno)))];
    expectThat(codes.every((code) => code === 'INTIMATION_ACCESS_IN_COURSE'), codes.join());
    return { value: undefined, result: `cumprida, com prazo aberto: ${codes[0] ?? ''}; não cumprida: ${codes[1] ?? ''}` };
  });
}

/** The right to answer is asked for at each act, not at the issue alone. */
export async function playEndedRight(story: Story, { administrator, bruno }: Stage, act: IssuedAct): Promise<void> {
  await story.step('Quem teve o credenciamento bloqueado há um segundo não responde mais; desbloqueado, responde (PJ-06)', async ({ count }) => {
    const notice = (await myNotice(bruno, act.number)).found;
    const start = () => startPetition(bruno.graph, { municipalityId, noticeId: notice.id, responseTypeId: act.responseTypeId });
    type Mine = { me: { accreditations: { edges: readonly { node: { id: string } }[] } } };
    const mine = await bruno.graph.ask<Mine>(accreditation, { municipalityId });
    const input = { accreditationId: mine.data.me.accreditations.edges[0]?.node.id, reason: 'Documento em apuração' };
    const { subgraphRequests } = await administrator.ask(blockAccreditation, { input });
    count(subgraphRequests);
    const refused = await eventually('o bloqueio', async () => start().then(() => undefined, (error: Error & { code?: string }) => error));
    expectThat(refused.code === 'NOTICE_RIGHT_ENDED' && refused.message.includes('não possui mais permissão'), refused.message);
    await administrator.ask(unblockAccreditation, { input });
    await eventually('o desbloqueio', async () => start().catch((error: { code?: string }) => (error.code === 'NOTICE_RIGHT_ENDED' ? undefined : Promise.reject(error as Error))));
    return { value: undefined, result: `${refused.code ?? ''}: ${refused.message.replace(/^\w+: /, '')}` };
  });
}

/** Scenario 12, once the deadline is over; then the end of all deadlines, which lets the process go. */
export async function playNullity(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  const { clerk, clock, ana, bruno, day, process, principal, annex } = stage;
  await story.step('Vencido o prazo, o cancelamento põe um acesso parcial no lugar: principal, anexo e o que ela peticionou (IN-31)', async ({ count }) => {
    await clock.moveTo(at(day(28), 10));
    const before = (await contentsFor(ana.graph, process.id)).map(({ title }) => title);
    const { data, subgraphRequests } = await cancel(stage, await accessOf(stage, ana));
    count(subgraphRequests);
    const { replacement, access } = data.cancelAccess;
    expectThat(replacement?.scope.label === 'Parcial', `No lugar ficou ${replacement?.scope.label ?? 'nada'}`);
    const open = (await contentsFor(ana.graph, process.id)).filter(({ file }) => file !== null);
    const ids = open.map(({ id }) => id);
    const titles = open.map(({ title }) => title);
    expectThat(ids.includes(principal.id) && ids.includes(annex.id) && titles.some((title) => title.includes('Recibo')), `Lê ${titles.join(', ')}`);
    expectThat(before.includes('Despacho complementar') && !titles.includes('Despacho complementar'), `Lê ${titles.join(', ')}`);
    const [told] = await movements(stage, 'INTIMATION_ACCESS_REPLACED');
    return { value: undefined, result: `${access.state.label}; agora lê ${titles.join(', ')}; andamento: ${told ?? ''}` };
  });
  await story.step('O acesso parcial da intimação nunca se cancela (IN-30)', async () => {
    const code = await refusalOf(cancel(stage, await accessOf(stage, ana)));
    expectThat(code === 'INTIMATION_ACCESS_FIXED', code);
    return { value: undefined, result: code };
  });
  await story.step('Vencido também o último prazo, nada mais corre: o processo pode ser sobrestado (PR-06)', async ({ count }) => {
    const suspend = () => clerk.ask(suspendProcess, { input: { processId: process.id, unitId, reason: 'Aguarda a perícia' } });
    const code = await refusalOf(suspend());
    await clock.moveTo(at(day(35), 0, 1));
    const { status } = await becomes(bruno, act, 'OVERDUE');
    const { subgraphRequests } = await eventually('o fim do curso', () => suspend().catch((error: { code?: string }) => (error.code === 'INTIMATION_IN_COURSE' ? undefined : Promise.reject(error as Error))));
    count(subgraphRequests);
    return { value: undefined, result: `antes: ${code}; depois: ${status.label}, sobrestado` };
  });
}
