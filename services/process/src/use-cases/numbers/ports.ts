import type { Numbering } from '../../domain/numbers/numbering.ts';

/** What numbers need. */
export interface NumberPorts {
  readonly numberings: NumberingRepository;
  /** `take` gives the first of so many numbers in a row. */
  readonly sequences: { next(name: string): Promise<number>; take(name: string, count: number): Promise<number> };
}

export interface NumberingRepository {
  /** The municipality's own and those of its bodies, few. */
  ofMunicipality(municipalityId: string): Promise<Numbering[]>;
  save(numbering: Numbering): Promise<void>;
}
