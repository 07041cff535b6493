import { typeErrors } from '../../domain/types/errors.ts';
import { defineUseCase } from '../define.ts';

/** An administrator deletes a type that no intimation was ever made with (IN-02). */
export const deleteIntimationType = defineUseCase({
  name: 'deleteIntimationType',
  action: 'intimation-type:delete',

  async load({ input }: { input: { typeId: string } }, { intimationTypes }) {
    const type = await intimationTypes.find(input.typeId);
    if (type === undefined) throw typeErrors.INTIMATION_TYPE_NOT_FOUND();
    return type;
  },

  async run({ resource: type }, { intimationTypes }) {
    const { id, municipalityId } = type;
    if (!(await intimationTypes.deleteUnused(id))) throw typeErrors.INTIMATION_TYPE_IN_USE();
    return {
      result: { typeId: id },
      audit: [{ entity: { type: 'intimation-type', id }, municipalityId, before: type, after: null }],
    };
  },
});
