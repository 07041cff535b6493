import { DocumentSigned_Method, publicationOf } from '@guiche/contracts';
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
    case 'DocumentSigned': {
      const methods = { SYSTEM_PASSWORD: DocumentSigned_Method.PASSWORD };
      return publicationOf('guiche.process.v1.DocumentSigned', { ...event.data, method: methods[event.data.method] });
    }
  }
}
