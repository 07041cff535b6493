import type { Ports } from './ports.ts';

/** Full name of the owner of an accreditation, for those who look for whom to notify. */
export async function nameOfPerson({ persons }: Pick<Ports, 'persons'>, personId: string): Promise<string> {
  const [person] = await persons.byIds([personId]);
  if (person === undefined) throw new Error(`An accreditation without a person: ${personId}`);
  return person.fullName;
}
