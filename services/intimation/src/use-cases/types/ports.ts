import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { IntimationType } from '../../domain/types/intimation-type.ts';
import type { ResponseType } from '../../domain/types/response-type.ts';

/** Types of a municipality, of intimation or of response. */
export interface TypeFilter {
  readonly municipalityId: string;
  readonly activeOnly: boolean;
}

export interface TypeRepository<Type> {
  find(id: string): Promise<Type | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Type[]>;
  /** Writes on top of the version before this one, or throws `STALE_VERSION`; a name that is taken is refused. */
  save(type: Type): Promise<void>;
  /** Only one that was never used: false otherwise. */
  deleteUnused(id: string): Promise<boolean>;
  /** From here on they cannot be deleted. Writes only where it is the first time. */
  markUsed(ids: readonly string[]): Promise<void>;
  /** By name. */
  page(filter: TypeFilter, page: PageRequest): Promise<Page<Type>>;
}

/** What use cases of types need. */
export interface TypePorts {
  readonly intimationTypes: TypeRepository<IntimationType> & {
    /** Whether a type of intimation offers a response type. */
    offer(responseTypeId: string): Promise<boolean>;
  };
  readonly responseTypes: TypeRepository<ResponseType>;
}
