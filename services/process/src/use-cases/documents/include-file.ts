import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { makeableAs } from '../../domain/catalogue/document-type.ts';
import { fileIncluded } from '../../domain/documents/document.ts';
import type { Conference } from '../../domain/documents/document.ts';
import { documentSequenceName } from '../../domain/numbers/numbering.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { documentFiled } from '../../domain/documents/document-movements.ts';
import { coveringLevel } from '../../domain/processes/process.ts';
import { authorOf } from '../author-of.ts';
import { documentAccess } from '../catalogue/document-access.ts';
import { defineUseCase } from '../define.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';

export interface IncludeFile {
  readonly processId: string;
  readonly unitId: string;
  readonly typeKey: string;
  readonly title: string;
  readonly uploadId: string;
  readonly conference?: Conference | null | undefined;
  readonly accessLevel?: AccessLevel | null | undefined;
  readonly legalHypothesis?: string | null | undefined;
}

/** Staff include a file in a process of their unit (documento externo, SG-08). */
export const includeFile = defineUseCase({
  name: 'includeFile',
  action: 'document:include',

  load: ({ input, actor }: { input: IncludeFile; actor: Principal }, ports) => loadWorkedProcess(input, ports, actor),

  async prepare({ input, actor, resource: { process } }, ports) {
    refuseProblems([textProblem('title', input.title, { max: 100 })].filter((problem) => problem !== undefined));
    const { municipalityId } = process;
    const type = makeableAs(await ports.documentTypes.find(municipalityId, input.typeKey), 'UPLOAD', input.typeKey);
    const access = await documentAccess({ type, process, accessLevel: input.accessLevel, hypothesisKey: input.legalHypothesis }, ports);
    await ports.uploads.inspect([input.uploadId], principalKey(actor));
    return { type, access, sequence: await ports.sequences.next(documentSequenceName(municipalityId)) };
  },

  async run({ input, actor, resource: { process, unit }, prepared: { type, access, sequence }, now, newId }, ports) {
    refuseUnlessRunning(process);
    const { id: processId, municipalityId } = process;
    const id = newId();
    const by = authorOf(actor);
    const [file] = await ports.uploads.take([input.uploadId], principalKey(actor), `document:${id}`);
    if (file === undefined) throw new Error('An upload was taken');
    const document = fileIncluded({
      id, processId, municipalityId, sequence, typeKey: type.key, type: type.name, title: input.title, access, file, at: now, by,
      unitId: unit.id, submittedBy: null, conference: input.conference ?? null,
    });
    await ports.documents.insertMany([document]);
    const covered = coveringLevel(process, access.accessLevel, by);
    if (covered !== process) await ports.processes.update(covered);
    await ports.movements.append([documentFiled({ id: newId(), processId, municipalityId, at: now, unitId: unit.id, by }, document)]);
    return {
      result: { documentId: id },
      audit: [{ entity: { type: 'document', id }, municipalityId, before: null, after: { state: document.state, sha256: file.sha256 } }],
    };
  },
});
