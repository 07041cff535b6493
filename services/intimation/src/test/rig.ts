import { contracts, envelopeCodec, publicationOf } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { serviceRig } from '@guiche/kit/testing';
import { startIntimationService } from '../start-intimation-service.ts';

/** The whole service, and events of others for it; its clock stands still at `at`, now unless told. */
export async function startRig({ at }: { at?: string } = {}) {
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.identity', 'ev.process'],
    start: startIntimationService,
    ...(at === undefined ? {} : { at }),
  });
  const say = <Name extends EventType>(type: Name, data: EventData<Name>, id: string, seq: number, eventId?: string): Promise<void> => {
    const event = { ...publicationOf(type, data), aggregate: { type: contracts[type].aggregate, id }, seq, tenantId: 'campinas' };
    return rig.deliver(eventId === undefined ? event : { ...event, eventId });
  };
  return { ...rig, say };
}
