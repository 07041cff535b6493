import { graphClient } from './graph/graph-client.ts';
import type { GraphClient } from './graph/graph-client.ts';
import { seedPassword } from './infrastructure/secrets.ts';
import type { Secrets } from './infrastructure/secrets.ts';
import { accreditationService } from './seed/accreditation-service.ts';
import { cities } from './seed/cities.ts';
import type { City, SeedStaff } from './seed/cities.ts';
import * as documents from './seed/documents.ts';
import { operatorToken } from './seed/operator-token.ts';
import { patiently } from './seed/patiently.ts';
import { seedIntimations } from './seed/seed-intimations.ts';
import { seedPetitions } from './seed/seed-petitions.ts';

/** One login to print. */
export interface SeededLogin {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

export interface SeedOptions {
  readonly graphUrl: string;
  readonly issuer: string;
  readonly signingKeysFile: string;
  readonly secrets: Pick<Secrets, 'seedSecret'>;
  /** Where to seed fewer training users, for tests that have no use for 99. */
  readonly trainingUsers?: number;
  readonly report: (line: string) => void;
}

/** How many staff members are written at once: each costs a password hash. */
const atOnce = 4;

/**
 * Sets the cities up through the ordinary use cases, by the graph, as an operator would. Safe to repeat: what is as it
 * should be stays untouched.
 */
export async function seed(options: SeedOptions): Promise<readonly SeededLogin[]> {
  const graph = graphClient(options.graphUrl, await operatorToken(options));
  for (const city of cities) {
    options.report(city.name);
    await seedCity(graph, city);
    const staff = city.training ? city.staff.slice(0, options.trainingUsers ?? city.staff.length) : city.staff;
    await seedStaff(graph, city, staff, options.secrets);
  }
  return loginsOf(options.secrets);
}

/** Role, login and password of those a newcomer wants to try; the training users are told by their first and last. */
export function loginsOf(secrets: Pick<Secrets, 'seedSecret'>): readonly SeededLogin[] {
  return cities.flatMap((city) => {
    const shown = city.training ? [city.staff[0], city.staff.at(-1)].filter((member) => member !== undefined) : city.staff;
    return shown.map((member) => ({
      role: `${city.acronym}: ${member.role}`,
      login: `${city.acronym} / ${member.username}`,
      password: passwordOf(secrets, city, member),
    }));
  });
}

/** The password a seeded member of the staff has on this installation. */
export function passwordOf(secrets: Pick<Secrets, 'seedSecret'>, city: City, member: SeedStaff): string {
  return member.password ?? seedPassword(secrets, `${city.acronym}/${member.username}`);
}

async function seedCity(graph: GraphClient, city: City): Promise<void> {
  const { id, name, acronym, state, bodies, training, addressLines, units, numbering, calendar } = city;
  await graph.ask(documents.configureMunicipality, {
    input: { id, name, acronym, state, city: city.city, bodies, training, addressLines, timeZone: 'America/Sao_Paulo', termDeadlineDays: 15 },
  });
  const unitIds = new Map<string, string>();
  for (const unit of units) {
    const { data } = await graph.ask<{ configureUnit: { unit: { id: string } } }>(documents.configureUnit, {
      input: { municipalityId: id, ...unit },
    });
    unitIds.set(unit.key, data.configureUnit.unit.id);
  }
  await graph.ask(documents.configureCalendar, { input: { municipalityId: id, ...calendar } });
  // Ticketing and process learn of the city by events, a moment later.
  await patiently(() => graph.ask(documents.configureProcessNumbering, { input: { municipalityId: id, ...numbering } }));
  await patiently(() => graph.ask(documents.configureLetterhead, { input: { municipalityId: id, lines: addressLines } }));
  const unitId = unitIds.get('protocolo-geral') ?? '';
  await patiently(() => graph.ask(documents.configureService, { input: accreditationService(city, unitId) }));
  await seedPetitions(graph, city);
  await seedIntimations(graph, city);
}

async function seedStaff(graph: GraphClient, city: City, staff: readonly SeedStaff[], secrets: Pick<Secrets, 'seedSecret'>): Promise<void> {
  for (let start = 0; start < staff.length; start += atOnce) {
    await Promise.all(
      staff.slice(start, start + atOnce).map((member) =>
        graph.ask(documents.configureStaffMember, {
          input: {
            municipalityId: city.id,
            username: member.username,
            fullName: member.fullName,
            roles: member.roles,
            unitIds: member.units.map((key) => `${city.id}-${key}`),
            password: passwordOf(secrets, city, member),
          },
        }),
      ),
    );
  }
}
