import type { CountedConnection } from '@guiche/kit/graphql';
import type { Message } from '../../domain/message.ts';

export type MessageConnection = CountedConnection<Message>;
