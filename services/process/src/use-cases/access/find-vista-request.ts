import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';
import { readableVistas } from './load-vista.ts';

/** One request by id, for who made it and for the unit that decides. */
export const findVistaRequest = defineQuery({
  action: 'vista:read',
  async load({ input, actor }: { input: { id: string }; actor: Principal }, ports) {
    const [request] = await readableVistas(await ports.vistas.findMany([input.id]), ports, actor);
    if (request === undefined) throw processErrors.VISTA_NOT_FOUND();
    return request;
  },
  run: ({ resource }) => resource,
});
