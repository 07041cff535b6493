import type { Delivery } from '../../domain/message.ts';

const labels: Record<Delivery['state'], string> = {
  WAITING: 'Aguardando envio',
  SENT: 'Enviado',
  FAILED: 'Não entregue',
  SUPPRESSED: 'Não enviado (treinamento)',
};

/** The state of an e-mail with its label in Portuguese. */
export function toDelivery(delivery: Delivery): { state: Delivery['state']; label: string; sentAt: Date | null } {
  return { state: delivery.state, label: labels[delivery.state], sentAt: delivery.state === 'SENT' ? delivery.sentAt : null };
}
