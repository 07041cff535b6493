import type { Movement, Place } from '../processes/movement.ts';

export function petitionReceived(place: Place, receipt: { number: string; filedOn: string }): Movement {
  return { ...place, kind: 'PETITION_FILED', description: `Petição protocolada, conforme o Recibo Eletrônico de Protocolo ${receipt.number}` };
}
