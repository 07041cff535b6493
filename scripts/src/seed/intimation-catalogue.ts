/** A type of response as a city starts with it (IN-03). */
export interface SeedResponseType {
  readonly name: string;
  readonly term: { readonly unit: 'NONE' | 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS' | 'YEARS'; readonly value?: number };
}

/** A type of intimation as a city starts with it (IN-02); its ways to answer by name. */
export interface SeedIntimationType {
  readonly name: string;
  readonly responseMode: 'REQUIRED' | 'OPTIONAL' | 'NONE';
  readonly responses: readonly string[];
}

const defence = 'Defesa';
const appeal = 'Recurso administrativo';
const statement = 'Manifestação';
const documents = 'Cumprimento de exigência';
const free = 'Manifestação sem prazo';

/** Ways to answer with the periods that municipal procedure mostly has; administrators change them as their laws say. */
export const responseTypes: readonly SeedResponseType[] = [
  { name: defence, term: { unit: 'BUSINESS_DAYS', value: 15 } },
  { name: appeal, term: { unit: 'CALENDAR_DAYS', value: 10 } },
  { name: statement, term: { unit: 'BUSINESS_DAYS', value: 5 } },
  { name: documents, term: { unit: 'CALENDAR_DAYS', value: 30 } },
  { name: free, term: { unit: 'NONE' } },
];

/** What cities intimate people for from the first day on. */
export const intimationTypes: readonly SeedIntimationType[] = [
  { name: 'Apresentação de defesa', responseMode: 'REQUIRED', responses: [defence] },
  { name: 'Cumprimento de exigência', responseMode: 'REQUIRED', responses: [documents] },
  { name: 'Manifestação da parte', responseMode: 'OPTIONAL', responses: [statement, free] },
  { name: 'Decisão com prazo de recurso', responseMode: 'OPTIONAL', responses: [appeal] },
  { name: 'Ciência', responseMode: 'NONE', responses: [] },
];
