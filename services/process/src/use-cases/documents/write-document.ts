import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { makeableAs } from '../../domain/catalogue/document-type.ts';
import { draftWritten } from '../../domain/documents/document.ts';
import { contentOf } from '../../domain/documents/written-content.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { documentWritten } from '../../domain/documents/document-movements.ts';
import { coveringLevel } from '../../domain/processes/process.ts';
import { authorOf } from '../author-of.ts';
import { documentAccess } from '../catalogue/document-access.ts';
import { defineUseCase } from '../define.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import { placeOf } from '../processes/place-of.ts';
import { printContent } from './print-content.ts';
import { startingContent } from './starting-content.ts';

export interface WriteDocument {
  readonly processId: string;
  readonly unitId: string;
  readonly typeKey: string;
  readonly title: string;
  /** HTML; without it the document starts from the template of its type. */
  readonly content?: string | null | undefined;
  readonly accessLevel?: AccessLevel | null | undefined;
  readonly legalHypothesis?: string | null | undefined;
}

/** Staff write a new document in a process of their unit (documento gerado): a draft until somebody signs it. */
export const writeDocument = defineUseCase({
  name: 'writeDocument',
  action: 'document:write',

  load: ({ input, actor }: { input: WriteDocument; actor: Principal }, ports) => loadWorkedProcess(input, ports, actor),

  async prepare({ input, resource: { process, unit }, now }, ports) {
    refuseUnlessRunning(process);
    const { municipalityId } = process;
    const { content, title } = input;
    const given = content == null ? undefined : ports.sanitise(content, 'content');
    refuseProblems([textProblem('title', title, { max: 100 }), ...(given?.problems ?? [])].filter((problem) => problem !== undefined));
    const type = makeableAs(await ports.documentTypes.find(municipalityId, input.typeKey), 'EDITOR', input.typeKey);
    const access = await documentAccess({ type, process, accessLevel: input.accessLevel, hypothesisKey: input.legalHypothesis }, ports);
    const sequence = await ports.sequences.next(documentSequenceName(municipalityId));
    const number = documentNumber(sequence);
    const start = given ?? ports.sanitise(await startingContent({ type, process, unit, number, at: now }, ports), 'content');
    // What people typed elsewhere, such as a specification, comes in by the template.
    refuseProblems(start.problems);
    const file = await printContent({ html: start.html, process, unit, document: { number, type: type.name, title }, at: now }, ports);
    return { type, access, sequence, file, html: start.html };
  },

  async run({ input: { title }, resource, prepared: { type, access, sequence, file, html }, ...command }, ports) {
    const { process, unit } = resource;
    refuseUnlessRunning(process);
    const { id: processId, municipalityId } = process;
    const [at, by, id] = [command.now, authorOf(command.actor), command.newId()];
    const document = draftWritten({
      id, processId, municipalityId, sequence, typeKey: type.key, type: type.name, title, access, file, at, by, unitId: unit.id,
    });
    await ports.documents.insertMany([document]);
    await ports.contents.add(contentOf(document, { html, at, by }));
    await ports.keepFiles([file]);
    const covered = coveringLevel(process, access.accessLevel, by);
    if (covered !== process) await ports.processes.update(covered);
    await ports.movements.append([documentWritten(placeOf(resource, command), document)]);
    return {
      result: { documentId: id },
      audit: [{ entity: { type: 'document', id }, municipalityId, before: null, after: { state: document.state, sha256: file.sha256 } }],
    };
  },
});
