import type { AccessPorts, GrantRepository } from './access/ports.ts';
import type { AccreditationPorts } from './accreditation/ports.ts';
import type { CataloguePorts } from './catalogue/ports.ts';
import type { FilePorts } from './documents/file-ports.ts';
import type { DocumentPorts } from './documents/ports.ts';
import type { ExportPorts } from './exports/ports.ts';
import type { IntimationPorts } from './intimations/ports.ts';
import type { NumberPorts } from './numbers/ports.ts';
import type { PetitionPorts } from './petitions/ports.ts';
import type { ProcessPorts } from './processes/ports.ts';
import type { Schedule } from './schedule-port.ts';
import type { SearchPorts } from './search/ports.ts';
import type { SettingPorts } from './settings/ports.ts';
import type { Authorizations, SignaturePorts, VerificationAttempts } from './signatures/ports.ts';
import type { TaskPorts } from './tasks/ports.ts';

export type { Readable } from './readable.ts';

/** What the use cases need, in the words of the domain, by topic. Repositories come bound to the transaction. */
export interface Ports
  extends AccessPorts,
    AccreditationPorts,
    CataloguePorts,
    DocumentPorts,
    ExportPorts,
    FilePorts,
    IntimationPorts,
    NumberPorts,
    PetitionPorts,
    ProcessPorts,
    SearchPorts,
    SettingPorts,
    SignaturePorts,
    TaskPorts {
  readonly grants: GrantRepository;
  readonly authorizations: Authorizations;
  readonly verificationAttempts: VerificationAttempts;
  readonly schedule: Schedule;
  /** Lower-case hexadecimal SHA-256 of a text. */
  readonly sha256: (text: string) => string;
}
