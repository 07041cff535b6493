import { DateTime } from 'luxon';

/** `07/04/2022 às 15:20:31` on the clocks of Brasília, where every signature is dated (SG-06). */
export function inBrasilia(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'America/Sao_Paulo' }).toFormat("dd/MM/yyyy 'às' HH:mm:ss");
}
