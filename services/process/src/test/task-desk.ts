import type { GraphqlAnswer, GraphqlClient } from '@guiche/kit/testing';
import { waitFor } from '@guiche/kit/testing';
import { paper } from './petitioner.ts';
import { clerk, person, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const fields = `id version round dueOn dueAt processNumber instructions decisionReason
  kind { value label } state { value label } person { id } unit { id } requirements { typeKey typeName minimum }
  answerDocuments { id title number state { value } accessLevel { value } signatures { signerName } }`;
const mutation = (name: string): string =>
  `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed task { ${fields} } } }`;
const preview = 'query($input: TaskAnswerInput!) { previewTaskAnswer(input: $input) { missing documentTitles signatureRequired sha256 } }';

export interface TaskView {
  readonly id: string;
  readonly version: number;
  readonly round: number;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly state: { readonly value: string; readonly label: string };
  readonly answerDocuments: readonly { readonly id: string; readonly title: string; readonly state: { readonly value: string }; readonly signatures: readonly unknown[] }[];
}

export const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

type Act = 'assignTask' | 'resolveTask' | 'acceptTask' | 'returnTask' | 'cancelTask';
type Answer<Name extends Act> = GraphqlAnswer<Record<Name, { task: TaskView; replayed: boolean }>>;

/** The clerk of Protocolo Geral and a person with tasks, Ana, who has an accreditation process there. */
export async function taskDesk(rig: Rig) {
  const { processId } = await rig.accredit('ticket-tasks', 'ana');
  await rig.say('guiche.identity.v1.AccreditationTermSigned', { accreditationId: 'acc-ana', personId: 'ana', municipalityId: 'campinas' }, 'acc-ana');
  await waitFor(async () => (await rig.service.parts.connection.collection('external_users').countDocuments()) === 1, { describe: 'Ana released' });
  // With a token of the moment, because tests move the clock.
  const ofClerk: GraphqlClient = (...request) => rig.as(clerk)(...request);
  const ofAna: GraphqlClient = (...request) => rig.as(person('ana'))(...request);

  const act = <Name extends Act>(ask: GraphqlClient, name: Name, input: object): Promise<Answer<Name>> => ask(mutation(name), { input });
  const taskOf = <Name extends Act>(answer: Answer<Name>, name: Name): TaskView => {
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name].task;
  };

  const attach = async (typeKey: string, change: object = {}) => ({ typeKey, uploadId: await rig.upload(person('ana'), await paper()), ...change });

  const desk = {
    processId,
    taskOf,
    attach,
    byClerk: <Name extends Act>(name: Name, input: object) => act(ofClerk, name, input),
    byAna: <Name extends Act>(name: Name, input: object) => act(ofAna, name, input),
    ofClerk,
    ofAna,

    async assign(change: object = {}): Promise<TaskView> {
      const input = {
        processId, unitId, personId: 'ana', kind: 'COMPLEMENT', instructions: 'Envie o comprovante de endereço atualizado.', dueOn: '2026-03-20', ...change,
      };
      return taskOf(await desk.byClerk('assignTask', input), 'assignTask');
    },

    /** Confirms by the password what the preview shows, and completes. */
    async sign(answer: { taskId: string; text?: string; documents?: object[] }, change: { sha256?: string; claims?: object; input?: object } = {}) {
      const seen = await ofAna<{ previewTaskAnswer: { sha256: string } }>(preview, { input: answer });
      const sha256 = change.sha256 ?? seen.data?.previewTaskAnswer.sha256;
      if (sha256 === undefined) throw new Error(JSON.stringify(seen.errors));
      const authorization = rig.authorization({ sub: 'ana', document_id: answer.taskId, sha256, ...change.claims });
      return desk.byAna('resolveTask', { ...answer, signature: { authorization, acceptTerm: true }, ...change.input });
    },

    preview: (input: object) => ofAna<{ previewTaskAnswer: { missing: string[]; documentTitles: string[]; signatureRequired: boolean } }>(preview, { input }),

    async mine(states?: string[]): Promise<string[]> {
      const { data } = await ofAna<{ myTasks: { edges: { node: { id: string } }[] } }>(
        'query($states: [TaskState!]) { myTasks(states: $states) { edges { node { id } } } }', { states },
      );
      return data?.myTasks.edges.map(({ node }) => node.id) ?? [];
    },

    async events(): Promise<string[]> {
      const rows = await rig.service.parts.connection.collection('outbox').find({ type: /Task/ }).sort({ createdAt: 1, _id: 1 }).toArray();
      return rows.map(({ type }) => String(type).replace('guiche.process.v1.', ''));
    },
  };
  return desk;
}

export type TaskDesk = Awaited<ReturnType<typeof taskDesk>>;
