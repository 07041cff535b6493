import type { Binding } from '../../domain/intimations/binding.ts';
import type { Certificate } from '../../domain/intimations/certificate.ts';
import type { Notice } from '../../domain/intimations/notice.ts';
import type { Letterhead, Municipality } from '../../domain/settings/municipality.ts';

/** What electronic intimations need besides documents and accesses. */
export interface IntimationPorts {
  readonly bindings: BindingRepository;
  readonly notices: NoticeRepository;
}

export interface BindingRepository {
  insert(binding: Binding): Promise<void>;
  /** Throws `STALE_VERSION` when somebody was faster. */
  update(binding: Binding): Promise<void>;
  /** All in one write; throws the same. */
  updateMany(bindings: readonly Binding[]): Promise<void>;
  findMany(ids: readonly string[]): Promise<Binding[]>;
}

export interface NoticeRepository {
  insertMany(notices: readonly Notice[]): Promise<void>;
  /** All in one write; throws `STALE_VERSION` when somebody was faster with one of them. */
  updateMany(notices: readonly Notice[]): Promise<void>;
  findMany(ids: readonly string[]): Promise<Notice[]>;
  ofIntimation(intimationId: string): Promise<Notice[]>;
}

/** What is printed of a certificate (IN-14). */
export interface PrintedCertificate extends Certificate {
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly number: string;
  readonly processNumber: string;
  readonly at: Date;
}
