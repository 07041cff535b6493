import { describe, expect, it } from '@jest/globals';
import { addItem, startDraft, writtenLimit } from './petition.ts';
import type { PetitionItem } from './petition.ts';

const at = new Date('2026-03-06T12:00:00Z');
const draft = startDraft({ id: 'p', municipalityId: 'campinas', personId: 'ana', kind: 'INTERCURRENT', typeKey: null, processId: 'process-1', unitId: null, at });
const written = (id: string, length: number): PetitionItem => ({
  id, role: 'COMPLEMENTARY', typeKey: 'declaracao', typeName: 'Declaração', complement: '', file: null, content: 'x'.repeat(length), conference: null,
  accessLevel: 'PUBLIC', legalHypothesis: null,
});

describe('a draft of a petition', () => {
  it('holds so much of written text in all its documents that it can always be stored', () => {
    const half = addItem(draft, written('one', writtenLimit / 2), at);
    expect(addItem(half, written('two', writtenLimit / 2), at).items).toHaveLength(2);
    expect(() => addItem(half, written('two', writtenLimit / 2 + 1), at)).toThrow(expect.objectContaining({ code: 'PETITION_TEXT_TOO_LONG' }));
  });
});
