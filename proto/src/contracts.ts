import type { Message } from '@bufbuild/protobuf';
import type { GenMessage } from '@bufbuild/protobuf/codegenv2';
import { PersonContactChangedSchema } from './generated/guiche/identity/v1/identity_contact_events_pb.js';
import * as identity from './generated/guiche/identity/v1/identity_events_pb.js';
import * as intimation from './generated/guiche/intimation/v1/intimation_events_pb.js';
import * as intimationNotice from './generated/guiche/intimation/v1/intimation_notice_events_pb.js';
import * as notification from './generated/guiche/notification/v1/notification_events_pb.js';
import * as processAccess from './generated/guiche/process/v1/process_access_events_pb.js';
import * as processContact from './generated/guiche/process/v1/process_contact_events_pb.js';
import * as processIntimation from './generated/guiche/process/v1/process_intimation_events_pb.js';
import * as processPetition from './generated/guiche/process/v1/process_petition_events_pb.js';
import * as processSignature from './generated/guiche/process/v1/process_signature_events_pb.js';
import * as process from './generated/guiche/process/v1/process_events_pb.js';
import * as processTask from './generated/guiche/process/v1/process_task_events_pb.js';
import * as ticketing from './generated/guiche/ticketing/v1/ticketing_events_pb.js';
import type { Plain } from './plain.ts';

/** Where an event of one type comes from and how it travels. */
export interface Contract<T extends Message, Optional extends string = never> {
  /** Name on the wire, for example guiche.ticketing.v1.TicketOpened. */
  readonly type: T['$typeName'];
  readonly schema: GenMessage<T>;
  /** Service that says it. */
  readonly producer: string;
  readonly exchange: string;
  /** Kind of aggregate, first word of the routing key. */
  readonly aggregate: string;
  /** `<aggregate>.<event>.v<major>`, for example ticket.ticket-opened.v1. */
  readonly routingKey: string;
  /** Grows by one whenever the message gets a field. */
  readonly schemaVersion: number;
  /** Message-typed fields with the label `optional`; scalars need no mention. */
  readonly optional: readonly Optional[];
}

// One row per event: its message and the kind of aggregate it belongs to.
const rows = [
  contract(identity.PersonRegisteredSchema, 'person'),
  contract(identity.AccreditationStartedSchema, 'accreditation'),
  contract(identity.AccreditationReleaseStartedSchema, 'accreditation'),
  contract(identity.AccreditationReleaseRefusedSchema, 'accreditation'),
  contract(identity.AccreditationReleasedSchema, 'accreditation'),
  contract(identity.AccreditationTermReminderDueSchema, 'accreditation'),
  contract(identity.AccreditationTermSignedSchema, 'accreditation', { schemaVersion: 2 }),
  contract(identity.AccreditationBlockedSchema, 'accreditation'),
  contract(identity.AccreditationUnblockedSchema, 'accreditation', { schemaVersion: 2 }),
  contract(identity.AccreditationRefusedSchema, 'accreditation'),
  contract(identity.SessionRevokedSchema, 'session'),
  contract(identity.MunicipalityConfiguredSchema, 'municipality', { schemaVersion: 2 }),
  contract(identity.UnitChangedSchema, 'unit', { schemaVersion: 2 }),
  contract(identity.StaffMemberChangedSchema, 'staff'),
  contract(PersonContactChangedSchema, 'contact', {
    exchange: 'ev.identity.contact',
    optional: ['confirmationExpiresAt'],
  }),

  contract(ticketing.TicketOpenedSchema, 'ticket'),
  contract(ticketing.TicketAssignedSchema, 'ticket'),
  contract(ticketing.TicketPendingSchema, 'ticket'),
  contract(ticketing.TicketRepliedSchema, 'ticket'),
  contract(ticketing.AccreditationApprovedSchema, 'ticket'),
  contract(ticketing.TicketSolvedSchema, 'ticket', { optional: ['processOpenedAt'], schemaVersion: 2 }),
  contract(ticketing.TicketRefusedSchema, 'ticket'),
  contract(ticketing.TicketCancelledSchema, 'ticket'),
  contract(ticketing.TicketFollowUpAddedSchema, 'ticket'),

  contract(process.AccreditationProcessOpenedSchema, 'process'),
  contract(process.AccreditationProcessFailedSchema, 'dossier'),
  contract(process.AccessOfferedSchema, 'process'),
  contract(process.AccreditationProcessWithdrawnSchema, 'process'),
  contract(process.DocumentSignedSchema, 'document'),
  contract(processSignature.SignatureRequestedSchema, 'signature'),
  contract(processSignature.SignatureReminderDueSchema, 'signature'),
  contract(processSignature.SignatureRefusedSchema, 'signature'),
  contract(processSignature.SignatureRequestExpiredSchema, 'signature'),
  contract(processPetition.PetitionFiledSchema, 'petition', { schemaVersion: 3 }),
  contract(processAccess.AccessGrantedSchema, 'access'),
  contract(processAccess.AccessCancelledSchema, 'access'),
  contract(processAccess.VistaRequestedSchema, 'vista'),
  contract(processAccess.VistaAnsweredSchema, 'vista'),
  contract(processAccess.VistaReminderDueSchema, 'vista'),
  contract(processTask.TaskAssignedSchema, 'task'),
  contract(processTask.TaskResolvedSchema, 'task'),
  contract(processTask.TaskAcceptedSchema, 'task'),
  contract(processTask.TaskReturnedSchema, 'task'),
  contract(processTask.TaskCancelledSchema, 'task'),
  contract(processTask.TaskReminderDueSchema, 'task'),
  contract(processTask.TaskExpiredSchema, 'task'),
  contract(processIntimation.IntimationBoundSchema, 'binding', { schemaVersion: 2 }),
  contract(processIntimation.IntimationBindingRefusedSchema, 'binding'),
  contract(processIntimation.IntimationCertificateFiledSchema, 'binding'),
  contract(processIntimation.IntimationAccessReplacedSchema, 'access'),
  contract(processContact.IsolatedAccessInvitedSchema, 'contact', { exchange: 'ev.process.contact' }),
  contract(processContact.IsolatedAccessCodeIssuedSchema, 'contact', { exchange: 'ev.process.contact' }),

  contract(intimation.RecipientEnabledSchema, 'recipient'),
  contract(intimation.RecipientDisabledSchema, 'recipient'),
  contract(intimation.CalendarConfiguredSchema, 'calendar'),
  contract(intimation.HolidaysChangedSchema, 'calendar'),
  contract(intimation.OutageRegisteredSchema, 'calendar'),
  contract(intimation.OutageWithdrawnSchema, 'calendar'),
  contract(intimationNotice.IntimationRequestedSchema, 'intimation'),
  contract(intimationNotice.IntimationWithdrawnSchema, 'intimation'),
  contract(intimationNotice.NoticeIssuedSchema, 'notice'),
  contract(intimationNotice.NoticeFulfilledSchema, 'notice', { optional: ['consultedAt'] }),
  contract(intimationNotice.NoticeDeadlineChangedSchema, 'notice'),
  contract(intimationNotice.NoticeReminderDueSchema, 'notice'),
  contract(intimationNotice.NoticeRespondedSchema, 'notice'),
  contract(intimationNotice.NoticeOverdueSchema, 'notice'),

  contract(notification.MessageDeliveredSchema, 'message'),
  contract(notification.MessageFailedSchema, 'message'),
];

type Row = (typeof rows)[number];

/** Every name an event may have on the wire. */
export type EventType = Row['type'];

/** The data of the event with that name. */
export type EventData<N extends EventType> = DataOf<Extract<Row, { type: N }>>;

type DataOf<R> = R extends Contract<infer T, infer Optional> ? Plain<T, Optional> : never;

/** Every event there is, by its name on the wire. */
export const contracts = Object.fromEntries(rows.map((row) => [row.type, row])) as {
  readonly [N in EventType]: Extract<Row, { type: N }>;
};

/** Whether this version knows the event; of a bound aggregate a newer producer may send others. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(contracts, type);
}

function contract<T extends Message, Optional extends string = never>(
  schema: GenMessage<T>,
  aggregate: string,
  details: { exchange?: string; optional?: readonly Optional[]; schemaVersion?: number } = {},
): Contract<T, Optional> {
  const [, producer, major] = schema.typeName.split('.');
  if (producer === undefined || major === undefined) throw new Error(`Not an event's name: ${schema.typeName}`);
  return {
    type: schema.typeName,
    schema,
    producer,
    exchange: details.exchange ?? `ev.${producer}`,
    aggregate,
    routingKey: `${aggregate}.${kebab(schema.name)}.${major}`,
    schemaVersion: details.schemaVersion ?? 1,
    optional: details.optional ?? [],
  };
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase();
}
