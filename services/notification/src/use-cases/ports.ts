import type { CityClockRepository } from '@guiche/kit/clock';
import type { RevokedSessionRepository } from '@guiche/kit/auth';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Message } from '../domain/message.ts';

/** How to reach a person, as identity last said. */
export interface Contact {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
}

/** How to reach a unit of a city hall: its institutional address, which is public. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Empty when it has none. */
  readonly email: string;
}

/** What the texts need to know of a municipality. */
export interface Municipality {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly timeZone: string;
  /** No e-mail leaves the training municipality (OB-07). */
  readonly training: boolean;
}

export interface MessageRepository {
  find(id: string): Promise<Message | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Message[]>;
  /** False when a message about the same thing is there already. */
  add(message: Message): Promise<boolean>;
  save(message: Message): Promise<void>;
  /** Ids of the messages to a person whose e-mail has not gone out yet. */
  waitingFor(personId: string): Promise<readonly string[]>;
  page(filter: MessageFilter, page: PageRequest): Promise<Page<Message>>;
  count(filter: MessageFilter): Promise<number>;
}

export interface MessageFilter {
  readonly personId: string;
  /** Null for all of them. */
  readonly municipalityId: string | null;
  readonly unread: boolean;
}

/** What the use cases need. */
export interface Ports {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly messages: MessageRepository;
  readonly contacts: {
    find(personId: string): Promise<Contact | undefined>;
    save(contact: Contact): Promise<void>;
  };
  readonly units: {
    find(id: string): Promise<Unit | undefined>;
    save(unit: Unit): Promise<void>;
  };
  readonly municipalities: {
    find(id: string): Promise<Municipality | undefined>;
    save(municipality: Municipality): Promise<void>;
  };
  readonly revokedSessions: RevokedSessionRepository;
  readonly deliveries: {
    schedule(messageId: string, dueAt: Date, correlationId: string): Promise<void>;
    /** Tries again now what waits for its next attempt. */
    hasten(messageId: string): Promise<void>;
  };
  readonly portalUrl: string;
}
