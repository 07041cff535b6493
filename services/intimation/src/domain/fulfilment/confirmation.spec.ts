import { describe, expect, it } from '@jest/globals';
import { aConsultedNotice, anIssuedNotice, anOutage, legalDays } from './test/issued-notice.ts';
import { confirmationOf } from './confirmation.ts';

const sunday = new Date('2026-03-08T15:00:00Z');

describe('what a recipient confirms before the content opens (IN-07)', () => {
  it('names the legal date, the response date, the tacit date, and what is kept', () => {
    const { text = '' } = confirmationOf(anIssuedNotice(), sunday, legalDays()) ?? {};
    for (const part of ['INT 2026/7', 'consulta direta, com a data de 09/03/2026. Hoje não é dia útil', 'no fim de 18/03/2026', 'Defesa: até as 23:59:59 de 19/03/2026', 'endereço de rede']) {
      expect(text).toContain(part);
    }
  });

  it('is another when anything it promises changed, and the same while nothing did', () => {
    const versionOf = (at: Date, notice = anIssuedNotice(), days = legalDays()): string | undefined => confirmationOf(notice, at, days)?.version;
    const before = versionOf(sunday);
    expect(versionOf(new Date('2026-03-09T15:00:00Z'))).toBe(before);
    const others = [
      versionOf(new Date('2026-03-10T15:00:00Z')),
      versionOf(new Date('2026-03-19T03:00:00Z')),
      versionOf(sunday, anIssuedNotice({ version: 3 })),
      versionOf(sunday, anIssuedNotice(), legalDays({ holidays: ['2026-03-09'] })),
      versionOf(sunday, anIssuedNotice(), legalDays({ outages: [anOutage('2026-03-19')] })),
    ];
    expect(others).not.toContain(before);
    expect(others).not.toContain(undefined);
  });

  it('tells after the tacit deadline that opening changes nothing of its date', () => {
    expect(confirmationOf(anIssuedNotice(), new Date('2026-03-19T03:00:00Z'), legalDays())?.text).toContain('terminou em 18/03/2026');
  });

  it('is not asked for what is fulfilled or was not issued', () => {
    expect(confirmationOf(aConsultedNotice(), sunday, legalDays())).toBeNull();
    expect(confirmationOf(anIssuedNotice({ actState: 'REQUESTED' }), sunday, legalDays())).toBeNull();
  });
});
