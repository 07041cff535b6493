import { principalKey } from '@guiche/kit/auth';
import { platformErrors, refuseProblems } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import { fillForm } from '../domain/fill-form.ts';
import { ticketNumber, ticketYear } from '../domain/ticket-number.ts';
import type { Ticket } from '../domain/ticket.ts';
import { openKeyOf, openTicket as open } from '../domain/ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import type { Ports } from './ports.ts';
import { ticketFact } from './record-decision.ts';
import { takeFiles } from './take-files.ts';

export interface OpenTicketInput {
  readonly serviceId: string;
  readonly answers: readonly { readonly field: string; readonly value: string }[];
  readonly files?: readonly { readonly field?: string | null | undefined; readonly uploadId: string }[] | null | undefined;
}

/** The citizen opens a ticket with the form of a service (ID-04, ID-05, TK-02). */
export const openTicket = defineUseCase({
  name: 'openTicket',
  action: 'ticket:open',
  async load({ input }: { input: OpenTicketInput }, { services }) {
    const service = await services.find(input.serviceId);
    if (service === null) throw errors.SERVICE_NOT_FOUND();
    return service;
  },
  /** Refuses what needs no transaction to be seen, so that it takes no number. */
  async prepare({ input, resource: service, actor, now }, ports) {
    if (!service.active) throw errors.SERVICE_NOT_ACTIVE();
    await refuseSecond(openKeyOf(service, requesterOf(actor)), ports);
    const [municipality, unit] = [await ports.places.municipality(service.municipalityId), await ports.places.unit(service.unitId)];
    if (municipality === null) throw errors.MUNICIPALITY_NOT_FOUND();
    if (unit === null) throw errors.UNIT_NOT_FOUND();
    const form = fillForm(service.fields, filledOf(input));
    if (form.problems.length > 0) return { ...form, number: null, queuePath: [] };
    const year = ticketYear(now, municipality.timeZone);
    const sequence = await ports.numbers.next(municipality.id, year);
    return { ...form, number: ticketNumber(year, sequence), queuePath: [municipality.city, service.audience, unit.name] };
  },
  async run({ actor, now, newId, resource: service, prepared }, ports) {
    const requesterId = requesterOf(actor);
    await refuseSecond(openKeyOf(service, requesterId), ports);
    const id = newId();
    const wanted = prepared.files.map(({ field, uploadId, path }) => ({ uploadId, path, field: field.key, label: field.label, rule: field.files }));
    const owner = principalKey(actor);
    const sending = { owner, sentBy: 'REQUESTER', now, position: 0, hidden: false } as const;
    const { files, problems } = await takeFiles(wanted, { id, municipalityId: service.municipalityId }, sending, ports);
    refuseProblems([...prepared.problems, ...problems]);
    if (prepared.number === null) throw new Error('A form without problems has no number');
    const { number, queuePath, answers } = prepared;
    const act = { ...actOf({ actor, now, newId }), fileNames: files.map(({ name }) => name) };
    const { state, entry, events } = open(service, { id, number, queuePath, requesterId, answers }, act);
    await ports.tickets.insert(state);
    await ports.entries.add(entry);
    await ports.files.add(files);
    return { result: { ticket: state }, events, audit: [ticketFact(null, state)] };
  },
});

async function refuseSecond(openKey: string | null, { tickets }: Ports): Promise<void> {
  const other: Ticket | null = openKey === null ? null : await tickets.findByOpenKey(openKey);
  if (other !== null) throw errors.TICKET_ALREADY_OPEN({ ticketId: other.id, number: other.number });
}

function requesterOf(actor: { kind: string; personId?: string }): string {
  if (actor.personId === undefined) throw platformErrors.FORBIDDEN();
  return actor.personId;
}

function filledOf({ answers, files }: OpenTicketInput) {
  return { answers, files: (files ?? []).map(({ field, uploadId }) => ({ field: field ?? null, uploadId })) };
}
