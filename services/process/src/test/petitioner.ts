import { PDFDocument } from '@cantoo/pdf-lib';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { administrator, person, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const petitionFields = `id state { value label } version unit { id } specification
  documents { id role { value } typeKey file { sha256 } accessLevel { value } }
  receipt { number processNumber relatedProcessNumber filedOn process { id } document { type file { sha256 } } }`;
const mutation = (name: string, input: string): string =>
  `mutation($input: ${input}!) { ${name}(input: $input) { replayed petition { ${petitionFields} } } }`;

export const startPetition = mutation('startPetition', 'StartPetitionInput');
export const editPetition = mutation('editPetition', 'EditPetitionInput');
export const addPetitionDocument = mutation('addPetitionDocument', 'AddPetitionDocumentInput');
export const writePetitionDocument = mutation('writePetitionDocument', 'WritePetitionDocumentInput');
export const filePetition = mutation('filePetition', 'FilePetitionInput');
export const preview = `query($id: ID!) { previewPetition(petitionId: $id) {
  announcement rule processNumber relatedProcessNumber unit { id } processType accessLevel { value } missing sha256
} }`;
const configure = 'mutation($input: ConfigurePetitionTypeInput!) { configurePetitionType(input: $input) { petitionType { key } } }';

export interface PetitionView {
  readonly id: string;
  readonly state: { readonly value: string };
  readonly version: number;
  readonly documents: readonly { readonly id: string }[];
  readonly receipt: { readonly number: string; readonly processNumber: string; readonly relatedProcessNumber: string | null; readonly process: { readonly id: string } } | null;
}

export interface Preview {
  readonly announcement: string;
  readonly rule: string | null;
  readonly missing: readonly string[];
  readonly sha256: string;
  readonly relatedProcessNumber: string | null;
}

export const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

let papers = 0;

/** A PDF of its own every time. */
export async function paper(): Promise<Uint8Array> {
  papers += 1;
  const document = await PDFDocument.create();
  document.addPage().drawText(`Papel ${String(papers)}`);
  return document.save();
}

/** The petition "Requerimento geral" of Campinas: a written request, a personal document and a proof of address, annexes. */
export async function offerPetition(rig: Rig, change: object = {}): Promise<void> {
  const input = {
    municipalityId: 'campinas', key: 'general-request', name: 'Requerimento geral', guidance: 'Diga o que precisa.', unitIds: [unitId],
    principalTypeKey: 'requerimento', principalMaking: 'EDITOR', essentialTypeKeys: ['documento-pessoal', 'comprovante'], complementaryTypeKeys: ['anexo'],
    ...change,
  };
  const { errors } = await rig.as(administrator)(configure, { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

/** A person at her petitions, whose password identity vouches for. */
export function petitioner(rig: Rig, personId = 'ana') {
  const ask = rig.as(person(personId));
  const petitionOf = <Name extends string>(answer: GraphqlAnswer<Record<Name, { petition: PetitionView }>>, name: Name): PetitionView => {
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name].petition;
  };

  const add = async (petitionId: string, role: string, typeKey: string, change: object = {}) =>
    ask<{ addPetitionDocument: { petition: PetitionView } }>(addPetitionDocument, {
      input: { petitionId, role, typeKey, uploadId: await rig.upload(person(personId), await paper(), `papel-${String(papers)}.pdf`), ...change },
    });

  const previewed = async (id: string): Promise<Preview> => {
    const answer = await ask<{ previewPetition: Preview }>(preview, { id });
    if (answer.data == null) throw new Error(JSON.stringify(answer.errors));
    return answer.data.previewPetition;
  };

  return {
    ask,
    add,
    previewed,

    async start(input: object): Promise<PetitionView> {
      return petitionOf(await ask<{ startPetition: { petition: PetitionView } }>(startPetition, { input: { municipalityId: 'campinas', ...input } }), 'startPetition');
    },

    /** A draft for a new process with everything it needs, but the types in `without`. */
    async draft(without: readonly string[] = []): Promise<string> {
      const { id } = await this.start({ typeKey: 'general-request' });
      await ask(editPetition, { input: { petitionId: id, specification: 'Poda de árvore na calçada' } });
      if (!without.includes('requerimento')) {
        await ask(writePetitionDocument, {
          input: { petitionId: id, role: 'PRINCIPAL', typeKey: 'requerimento', content: '<p>Peço a <b>poda</b> da árvore.</p>' },
        });
      }
      for (const key of ['documento-pessoal', 'comprovante']) if (!without.includes(key)) await add(id, 'ESSENTIAL', key, { conference: 'ORIGINAL' });
      return id;
    },

    /** Confirms by the password what the preview shows, and files. */
    async file(petitionId: string, change: { input?: object; sha256?: string; claims?: object } = {}) {
      const sha256 = change.sha256 ?? (await previewed(petitionId)).sha256;
      const authorization = rig.authorization({ sub: personId, document_id: petitionId, sha256, ...change.claims });
      const input = { petitionId, authorization, acceptTerm: true, role: 'Cidadã', ...change.input };
      return ask<{ filePetition: { replayed: boolean; petition: PetitionView } }>(filePetition, { input });
    },
  };
}
