/** A natural person whose e-mail address is confirmed. Telephones are digits only; `null` is "none given". */
export interface Person {
  readonly id: string;
  readonly cpf: string;
  readonly fullName: string;
  readonly foreigner: boolean;
  readonly rg: string;
  readonly rgIssuer: string;
  readonly landline: string | null;
  readonly mobile: string | null;
  readonly address: PostalAddress;
  readonly email: string;
  /** Municipalities where the person has an accreditation: their staff may see the person. */
  readonly municipalityIds: readonly string[];
  readonly registeredAt: Date;
}

export interface PostalAddress {
  readonly street: string;
  readonly complement: string | null;
  readonly district: string;
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly postalCode: string;
}

/** What is asked of somebody who registers, checked and in canonical form (ID-01, domain.md). */
export type PersonalData = Omit<Person, 'id' | 'municipalityIds' | 'registeredAt'>;
