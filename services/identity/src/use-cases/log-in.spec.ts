import { describe, expect, it } from '@jest/globals';
import { anonymous } from '@guiche/kit/auth';
import { cpfOf } from '../test/builders.ts';
import { logIn } from './log-in.ts';
import { logInStaff } from './log-in-staff.ts';
import type { Ports } from './ports.ts';

/** Ports that note every look at the stores; one person, one city and one member of its staff are there. */
function watched(): { log: string[]; ports: Ports } {
  const log: string[] = [];
  const found = <Value>(what: string, value: Value): Promise<Value> => Promise.resolve((log.push(what), value));
  const ports = {
    persons: {
      byLogin: (login: { cpf?: string }) => found('person', login.cpf === cpfOf(1) ? { id: 'ana' } : undefined),
      passwordHash: (id: string) => found('hash', id === 'ana' ? 'hash' : null),
    },
    municipalities: { byIdOrAcronym: (name: string) => found('city', name === 'pmc' ? { id: 'campinas' } : undefined) },
    staff: {
      byUsername: (city: string, username: string) =>
        found('member', city === 'campinas' && username === 'leo' ? { id: 'leo', municipalityId: city, active: true } : undefined),
      passwordHash: (_city: string, id: string) => found('hash', id === 'leo' ? 'hash' : null),
    },
    throttle: { beginLogin: () => found('throttle', 0) },
    passwords: { verify: () => found('verify', false) },
  };
  return { log, ports: ports as unknown as Ports };
}

const command = { actor: anonymous, now: new Date('2026-03-02T12:00:00Z'), newId: () => 'id', resource: null };
const person = async (login: string): Promise<string[]> => {
  const { log, ports } = watched();
  const attempt = { ...command, input: { login, password: 'x' } };
  await logIn.admit?.(attempt, ports);
  await expect(logIn.prepare?.(attempt, ports)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  return log;
};
const staff = async (municipality: string, username: string): Promise<string[]> => {
  const { log, ports } = watched();
  const attempt = { ...command, input: { municipality, username, password: 'x' } };
  await logInStaff.admit?.(attempt, ports);
  await expect(logInStaff.prepare?.(attempt, ports)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  return log;
};

describe('a refused login', () => {
  it('looks at the stores as often for nobody as for a person', async () => {
    expect(await person(cpfOf(2))).toEqual(await person(cpfOf(1)));
  });

  it('looks at the stores as often for nobody, and for no city, as for a member of the staff', async () => {
    const known = await staff('pmc', 'leo');
    expect(await staff('pmc', 'lia')).toEqual(known);
    expect(await staff('xyz', 'leo')).toEqual(known);
  });
});
