import { describe, expect, it } from '@jest/globals';
import { configureMunicipality, isSlug, municipalityProblems } from './municipality.ts';
import type { MunicipalitySettings } from './municipality.ts';

const settings: MunicipalitySettings = {
  id: 'campinas', name: 'Prefeitura de Campinas', acronym: 'PMC', state: 'SP', city: 'Campinas', ibgeCode: '3509502',
  timeZone: 'America/Sao_Paulo', training: false, termDeadlineDays: 15, addressLines: ['Av. Anchieta, 200'],
  bodies: [{ acronym: 'PMC', name: 'Prefeitura' }],
};

describe('the settings of a municipality', () => {
  it('say something only when they change something', () => {
    const first = configureMunicipality(undefined, settings);
    expect(first).toMatchObject({ state: { version: 1 }, events: [{ type: 'MunicipalityConfigured', tenantId: 'campinas' }] });
    const same = configureMunicipality(first.state, { ...settings });
    expect(same.state).toBe(first.state);
    expect(same.events).toEqual([]);
    expect(configureMunicipality(first.state, { ...settings, termDeadlineDays: 20 })).toMatchObject({ state: { version: 2 }, events: [{ data: { termDeadlineDays: 20 } }] });
  });

  it('never change the training flag', () => {
    const { state } = configureMunicipality(undefined, settings);
    expect(configureMunicipality(state, { ...settings, training: true }).state.training).toBe(false);
  });

  it('are refused field by field', () => {
    const wrong = { ...settings, id: 'platform', state: 'XX', timeZone: 'Mars/Olympus', termDeadlineDays: 0, ibgeCode: '12', bodies: [] };
    expect(municipalityProblems(wrong).map(({ path }) => path)).toEqual(['id', 'state', 'ibgeCode', 'timeZone', 'termDeadlineDays', 'bodies']);
    const twice = [{ acronym: 'PMC', name: 'a' }, { acronym: 'pmc', name: 'b' }];
    expect(municipalityProblems({ ...settings, bodies: twice })).toMatchObject([{ path: 'bodies', code: 'DUPLICATE' }]);
    expect(municipalityProblems(settings)).toEqual([]);
  });

  it.each([['campinas', true], ['rio-de-janeiro', true], ['a', false], ['Rio', false], ['-rio', false], ['rio--x', false], ['__proto__', false], ['x'.repeat(61), false]])(
    'take %s as an id: %s', (text, expected) => {
      expect(isSlug(text)).toBe(expected);
    },
  );
});
