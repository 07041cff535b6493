import { AccessGranted_Scope, DocumentSigned_Method, PetitionFiled_Kind, TaskKind, VistaAnswered_Decision, publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { ProcessEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfProcess(event as ProcessEvent);
}

function publicationOfProcess(event: ProcessEvent): Publication {
  switch (event.type) {
    case 'AccreditationProcessOpened':
      return publicationOf('guiche.process.v1.AccreditationProcessOpened', event.data);
    case 'AccreditationProcessFailed':
      return publicationOf('guiche.process.v1.AccreditationProcessFailed', event.data);
    case 'AccessOffered':
      return publicationOf('guiche.process.v1.AccessOffered', event.data);
    case 'AccreditationProcessWithdrawn':
      return publicationOf('guiche.process.v1.AccreditationProcessWithdrawn', event.data);
    case 'PetitionFiled':
      return publicationOf('guiche.process.v1.PetitionFiled', { ...event.data, kind: PetitionFiled_Kind[event.data.kind] });
    case 'IntimationBound':
      return publicationOf('guiche.process.v1.IntimationBound', event.data);
    case 'IntimationBindingRefused':
      return publicationOf('guiche.process.v1.IntimationBindingRefused', event.data);
    case 'IntimationCertificateFiled':
      return publicationOf('guiche.process.v1.IntimationCertificateFiled', event.data);
    case 'IntimationAccessReplaced':
      return publicationOf('guiche.process.v1.IntimationAccessReplaced', { ...event.data, noticeIds: [...event.data.noticeIds] });
    case 'AccessGranted':
      return publicationOf('guiche.process.v1.AccessGranted', { ...event.data, scope: AccessGranted_Scope[event.data.scope] });
    case 'AccessCancelled':
      return publicationOf('guiche.process.v1.AccessCancelled', event.data);
    case 'IsolatedAccessInvited':
      return publicationOf('guiche.process.v1.IsolatedAccessInvited', event.data);
    case 'IsolatedAccessCodeIssued':
      return publicationOf('guiche.process.v1.IsolatedAccessCodeIssued', event.data);
    case 'VistaRequested':
      return publicationOf('guiche.process.v1.VistaRequested', event.data);
    case 'VistaAnswered':
      return publicationOf('guiche.process.v1.VistaAnswered', { ...event.data, decision: VistaAnswered_Decision[event.data.decision] });
    case 'VistaReminderDue':
      return publicationOf('guiche.process.v1.VistaReminderDue', event.data);
    case 'TaskAssigned':
      return publicationOf('guiche.process.v1.TaskAssigned', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskResolved':
      return publicationOf('guiche.process.v1.TaskResolved', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskAccepted':
      return publicationOf('guiche.process.v1.TaskAccepted', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskReturned':
      return publicationOf('guiche.process.v1.TaskReturned', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskCancelled':
      return publicationOf('guiche.process.v1.TaskCancelled', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskReminderDue':
      return publicationOf('guiche.process.v1.TaskReminderDue', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'TaskExpired':
      return publicationOf('guiche.process.v1.TaskExpired', { ...event.data, kind: TaskKind[event.data.kind] });
    case 'SignatureRequested':
      return publicationOf('guiche.process.v1.SignatureRequested', event.data);
    case 'SignatureReminderDue':
      return publicationOf('guiche.process.v1.SignatureReminderDue', event.data);
    case 'SignatureRefused':
      return publicationOf('guiche.process.v1.SignatureRefused', event.data);
    case 'SignatureRequestExpired':
      return publicationOf('guiche.process.v1.SignatureRequestExpired', event.data);
    case 'DocumentSigned': {
      const methods = { SYSTEM_PASSWORD: DocumentSigned_Method.PASSWORD, ICP_BRASIL: DocumentSigned_Method.ICP_BRASIL };
      return publicationOf('guiche.process.v1.DocumentSigned', { ...event.data, method: methods[event.data.method] });
    }
  }
}
