import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { edit, editable, endsSignatures, saysTheSame } from '../../domain/documents/editing.ts';
import { contentOf } from '../../domain/documents/written-content.ts';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { signaturesVoided } from '../../domain/signatures/signature-movements.ts';
import type { WorkedDocument } from '../../domain/processes/worked.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { placeOf } from '../processes/place-of.ts';
import { refuseStale } from '../refuse-stale.ts';
import { releaseEnded } from '../signatures/release-request.ts';
import { loadWorkedDocument } from './load-worked-document.ts';
import { printContent } from './print-content.ts';

export interface EditDocument {
  readonly documentId: string;
  readonly unitId: string;
  /** HTML. */
  readonly content: string;
  readonly title?: string | null | undefined;
  readonly expectedVersion: number;
}

const reason = 'o texto foi alterado';

/** The unit that wrote a document writes it anew. Every version stays; what was signed is a draft again (SG-07). */
export const editDocument = defineUseCase({
  name: 'editDocument',
  action: 'document:edit',

  load: ({ input, actor }: { input: EditDocument; actor: Principal }, ports) => loadWorkedDocument(input, ports, actor),

  async prepare({ input, resource, now }, ports) {
    const current = await editableContent(resource, input, ports);
    const { document, process, unit } = resource;
    const title = input.title ?? document.title;
    const { html, problems } = ports.sanitise(input.content, 'content');
    refuseProblems([textProblem('title', title, { max: 100 }), ...problems].filter((problem) => problem !== undefined));
    if (saysTheSame(document, current, { title, html })) return undefined;
    const { number, type } = document;
    return { title, html, file: await printContent({ html, process, unit, document: { number, type, title }, at: now }, ports) };
  },

  async run({ input, resource, prepared, ...command }, ports) {
    await editableContent(resource, input, ports);
    const { document: before, process } = resource;
    if (prepared === undefined) return { result: { documentId: before.id } };
    const { title, html, file } = prepared;
    const [at, by] = [command.now, authorOf(command.actor)];
    const document = edit(before, { title, file }, { at, by, reason });
    await ports.documents.update(document);
    await releaseEnded(before, document, { by: by.id, at, reason }, ports);
    await ports.contents.add(contentOf(document, { html, at, by }));
    await ports.keepFiles([file]);
    // The print of a former draft says nothing that its content does not; what was signed is kept byte by byte.
    if (endsSignatures(before)) await ports.movements.append([signaturesVoided(placeOf(resource, command), document, reason)]);
    else await ports.dropFiles([before.file]);
    return {
      result: { documentId: document.id },
      audit: [
        {
          entity: { type: 'document', id: document.id },
          municipalityId: process.municipalityId,
          before: { state: before.state, sha256: before.file.sha256 },
          after: { state: document.state, sha256: file.sha256 },
        },
      ],
    };
  },
});

/** Refuses what does not change any more, and whoever read another version: nothing of either is lost. */
async function editableContent({ document, process }: WorkedDocument, { expectedVersion }: EditDocument, ports: Pick<Ports, 'contents'>) {
  const [current] = await ports.contents.currentOf([document.id]);
  const content = editable(document, current);
  refuseUnlessRunning(process);
  refuseStale(document, expectedVersion);
  return content;
}
