import { processErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';

/** One request by id, for who made it and for the unit that decides. */
export const findVistaRequest = defineQuery({
  action: 'vista:read',
  async load({ input }: { input: { id: string } }, { vistas }) {
    const [request] = await vistas.findMany([input.id]);
    if (request === undefined) throw processErrors.VISTA_NOT_FOUND();
    return request;
  },
  run: ({ resource }) => resource,
});
