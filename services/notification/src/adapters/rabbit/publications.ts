import { publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { NotificationEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfNotification(event as NotificationEvent);
}

function publicationOfNotification(event: NotificationEvent): Publication {
  switch (event.type) {
    case 'MessageDelivered':
      return publicationOf('guiche.notification.v1.MessageDelivered', event.data);
    case 'MessageFailed':
      return publicationOf('guiche.notification.v1.MessageFailed', event.data);
  }
}
