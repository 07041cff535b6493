import { contracts, encodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { serviceRig } from '@guiche/kit/testing';
import { startIntimationService } from '../start-intimation-service.ts';

/** The whole service, and events of others for it. */
export async function startRig() {
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.identity'],
    start: startIntimationService,
  });
  const say = <Name extends EventType>(type: Name, data: EventData<Name>, id: string, seq: number, eventId?: string): Promise<void> => {
    const { exchange, routingKey, aggregate } = contracts[type];
    return rig.deliver({
      type,
      exchange,
      key: routingKey,
      payload: encodeEvent(type, data),
      aggregate: { type: aggregate, id },
      seq,
      tenantId: 'campinas',
      ...(eventId === undefined ? {} : { eventId }),
    });
  };
  return { ...rig, say };
}
