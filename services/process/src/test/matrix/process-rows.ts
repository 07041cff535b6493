import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { onlyFor, readers, scopeless } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { reference } from './reference.ts';

/** An act of the unit on the process of the Term; what the clerk of the unit meets leaves it as it is. */
const actOn =
  ({ term: { processId } }: MatrixWorld) =>
  (name: string, answer = 'ok', input: object = {}): MatrixRow<Caller> => ({
    send: (ask) =>
      ask(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed } }`, { input: { processId, unitId, ...input } }),
    answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: answer }),
  });

/** A batch answers process by process: the refusal of the only one is the answer. */
const batchOf =
  ({ term: { processId } }: MatrixWorld) =>
  (name: string, answer = 'ok', input: object = {}): MatrixRow<Caller> => ({
    async send(ask) {
      const sent = await ask<Record<string, { results: { refusal: { code: string } | null }[] }>>(
        `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { results { refusal { code } } } }`,
        { input: { processIds: [processId], unitId, ...input } },
      );
      const code = sent.data?.[name]?.results[0]?.refusal?.code;
      return code === undefined ? sent : { ...sent, data: null, errors: [{ message: code, extensions: { code } }] };
    },
    answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: answer }),
  });

/** Processes, in units and as a whole. */
export function processRows(world: MatrixWorld): Record<string, MatrixRow<Caller>> {
  const { term, number, concludedId } = world;
  const [act, inBatch] = [actOn(world), batchOf(world)];
  return {
    'Query.process': {
      send: (ask) => ask('query($id: ID!) { process(id: $id) { number } }', { id: term.processId }),
      answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
    },
    'Query.processByNumber': {
      send: (ask) => ask('query($n: String!) { processByNumber(municipalityId: "campinas", number: $n) { id } }', { n: number }),
      answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
    },
    'Query.unitProcesses': {
      send: (ask) => ask('query($unit: ID!) { unitProcesses(unitId: $unit) { edges { node { id } } } }', { unit: unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Mutation.receiveProcess': act('receiveProcess'),
    'Mutation.assignProcess': act('assignProcess'),
    'Mutation.sendProcess': act('sendProcess', 'SENT_TO_ITSELF', { toUnitIds: [unitId] }),
    'Mutation.concludeProcess': act('concludeProcess', 'PROCESS_NOT_OPEN_IN_UNIT', { processId: concludedId }),
    'Mutation.reopenProcess': act('reopenProcess'),
    'Mutation.suspendProcess': act('suspendProcess', 'INVALID_INPUT', { reason: '' }),
    'Mutation.resumeProcess': act('resumeProcess', 'PROCESS_NOT_SUSPENDED'),
    'Mutation.annexProcess': act('annexProcess', 'SAME_PROCESS', { otherProcessId: term.processId }),
    'Mutation.detachProcess': act('detachProcess', 'PROCESS_NOT_ANNEXED', { otherProcessId: term.processId, reason: 'x' }),
    'Mutation.relateProcesses': act('relateProcesses', 'SAME_PROCESS', { otherProcessId: term.processId }),
    'Mutation.unrelateProcesses': act('unrelateProcesses', 'SAME_PROCESS', { otherProcessId: term.processId }),
    'Mutation.updateProcess': act('updateProcess', 'ok', { expectedVersion: 1 }),
    'Mutation.markProcess': act('markProcess', 'ok', { marks: [], expectedVersion: 1 }),
    'Mutation.grantCredential': act('grantCredential', 'PROCESS_NOT_SECRET', { staffId: 'x' }),
    'Mutation.revokeCredential': act('revokeCredential', 'PROCESS_NOT_SECRET', { staffId: 'x' }),
    'Mutation.receiveProcesses': inBatch('receiveProcesses'),
    'Mutation.assignProcesses': inBatch('assignProcesses'),
    'Mutation.sendProcesses': inBatch('sendProcesses', 'SENT_TO_ITSELF', { toUnitIds: [unitId] }),
    'Query.myProcesses': {
      send: (ask) => ask('{ myProcesses { edges { node { number } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Query.releasedProcesses': {
      send: (ask) => ask('{ releasedProcesses { edges { node { number } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Mutation.openProcess': {
      send: (ask) =>
        ask('mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id } } }', {
          input: { unitId, typeKey: 'general-request', specification: 'x', accessLevel: 'PUBLIC' },
        }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    '_entities Process': {
      send: reference('Process', term.processId, 'number'),
      answers: { ...onlyFor(readers, 'null'), anonymous: 'null' },
    },
  };
}
