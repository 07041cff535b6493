export { ContractError } from './contract-error.ts';
export { type Contract, type EventData, type EventType, contracts, isEventType } from './contracts.ts';
export { type Envelope, decodeEnvelope, encodeEnvelope, envelopeCodec } from './envelope-codec.ts';
export { type Publication, decodeEvent, encodeEvent, publicationOf } from './event-codec.ts';
export { PersonContactChanged_Reason } from './generated/guiche/identity/v1/identity_contact_events_pb.js';
export {
  FulfilmentKind,
  IntimationScope,
  NoticeDeadlineChanged_Deadline,
  ResponseMode,
} from './generated/guiche/intimation/v1/intimation_notice_events_pb.js';
export { AccessGranted_Scope, VistaAnswered_Decision } from './generated/guiche/process/v1/process_access_events_pb.js';
export { PetitionFiled_Kind } from './generated/guiche/process/v1/process_petition_events_pb.js';
export { TaskKind } from './generated/guiche/process/v1/process_task_events_pb.js';
export { DocumentSigned_Method } from './generated/guiche/process/v1/process_events_pb.js';
