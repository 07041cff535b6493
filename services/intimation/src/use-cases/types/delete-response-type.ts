import { typeErrors } from '../../domain/types/errors.ts';
import { defineUseCase } from '../define.ts';

/** An administrator deletes a response type that nothing offers and no intimation ever did (IN-03). */
export const deleteResponseType = defineUseCase({
  name: 'deleteResponseType',
  action: 'response-type:delete',

  async load({ input }: { input: { typeId: string } }, { responseTypes }) {
    const type = await responseTypes.find(input.typeId);
    if (type === undefined) throw typeErrors.RESPONSE_TYPE_NOT_FOUND();
    return type;
  },

  async run({ resource: type }, { intimationTypes, responseTypes }) {
    const { id, municipalityId } = type;
    if (await intimationTypes.offer(id)) throw typeErrors.RESPONSE_TYPE_IN_USE();
    if (!(await responseTypes.deleteUnused(id))) throw typeErrors.RESPONSE_TYPE_IN_USE();
    return {
      result: { typeId: id },
      audit: [{ entity: { type: 'response-type', id }, municipalityId, before: type, after: null }],
    };
  },
});
