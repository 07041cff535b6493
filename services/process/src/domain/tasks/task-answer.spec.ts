import { describe, expect, it } from '@jest/globals';
import { aFile, aProcess } from '../../test/builders.ts';
import { assign } from './task-acts.ts';
import { answerDocuments, confirmationText, missingFrom, refuseIncomplete, writtenParagraphs, writtenTitle } from './task-answer.ts';
import type { Attachment } from './task-answer.ts';

const requirements = [
  { typeKey: 'documento-pessoal', typeName: 'Documento de identificação', minimum: 2 },
  { typeKey: 'comprovante', typeName: 'Comprovante', minimum: 1 },
];
const attachment = (typeKey: string, sha256 = 'a'): Attachment => ({
  typeKey, typeName: typeKey, complement: '', conference: null, access: { accessLevel: 'PUBLIC', legalHypothesis: null }, file: aFile({ sha256: sha256.repeat(64) }),
});
const { task } = assign(aProcess(), {
  id: 'task-1', unitId: 'protocolo', personId: 'ana', kind: 'COMPLEMENT', instructions: 'Envie', requirements, signatureLevel: 'SIMPLE',
  documentId: null, dueOn: '2026-03-10', dueAt: new Date('2026-03-11T02:59:59.999Z'), assignedAt: new Date(0), assignedBy: 'clerk',
});

describe('an answer to a task', () => {
  it('names what is missing, and how many of it', () => {
    expect(missingFrom(requirements, [])).toEqual(['Documento de identificação (2)', 'Comprovante']);
    expect(missingFrom(requirements, [attachment('documento-pessoal')])).toEqual(['Documento de identificação', 'Comprovante']);
    expect(missingFrom(requirements, [attachment('documento-pessoal'), attachment('documento-pessoal'), attachment('comprovante')])).toEqual([]);
  });

  it('without what is required is refused with its name', () => {
    expect(() => { refuseIncomplete(task, { text: 'Segue', attachments: [] }); }).toThrow(/Documento de identificação \(2\); Comprovante/);
  });

  it.each([
    ['COMPLEMENT', true],
    ['RESPOND', true],
    ['ACKNOWLEDGE', false],
    ['SIGN', false],
  ] as const)('to %s must say something: %s', (kind, must) => {
    const empty = () => { refuseIncomplete({ kind, requirements: [] }, { text: '', attachments: [] }); };
    if (must) expect(empty).toThrow(expect.objectContaining({ code: 'TASK_ANSWER_EMPTY' }));
    else expect(empty).not.toThrow();
  });

  it('of who takes note says of what, with and without own words', () => {
    expect(writtenTitle('ACKNOWLEDGE', '')).toBe('Declaração de ciência');
    expect(writtenParagraphs({ kind: 'ACKNOWLEDGE', instructions: 'Da vistoria de 10/03' }, 'Ciente.')).toEqual([
      'Declaro que tomei ciência do que segue:', 'Da vistoria de 10/03', 'Ciente.',
    ]);
    expect(writtenTitle('COMPLEMENT', '')).toBeNull();
  });

  it('is confirmed by a text of its own: any change of files, words or round makes another', () => {
    const text = (change: { words?: string; sha256?: string; round?: number }) =>
      confirmationText({ ...task, round: change.round ?? 1 }, { text: change.words ?? 'Segue', attachments: [attachment('comprovante', change.sha256)] });
    expect(new Set([text({}), text({ words: 'Outra' }), text({ sha256: 'b' }), text({ round: 2 })]).size).toBe(4);
    expect(text({})).toBe(text({}));
  });

  it('stands in the process as submitted by the person, signed where that was asked (SG-03, SG-04)', () => {
    const paper = { ...attachment('comprovante'), type: 'Comprovante', title: 'Comprovante', sequence: 7, html: null };
    const made = { at: new Date(0), newId: () => 'document-1' };
    const [unsigned] = answerDocuments(task, [paper], { ...made, signature: null });
    expect(unsigned).toMatchObject({ state: 'SUBMITTED', submittedBy: 'ana', unitId: null, signatures: [] });
    const signature = {
      signerKind: 'person', signerId: 'ana', signerName: 'Ana', role: 'Usuário Externo', signedAt: new Date(0), method: 'SYSTEM_PASSWORD', level: 'SIMPLE', authorizationId: 'x',
    } as const;
    const [born, scanned] = answerDocuments(task, [paper, { ...paper, conference: 'ORIGINAL' }], { ...made, signature });
    expect([born?.state, scanned?.state]).toEqual(['SIGNED', 'AUTHENTICATED']);
    expect(scanned?.signatures).toMatchObject([{ kind: 'AUTHENTICATION', sha256: 'a'.repeat(64) }]);
  });
});
