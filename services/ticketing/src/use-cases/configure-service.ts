import { refuseProblems } from '@guiche/kit/errors';
import { configure, definitionProblems } from '../domain/catalogue.ts';
import type { CityService, ServiceDefinition } from '../domain/catalogue.ts';
import { errors } from '../domain/errors.ts';
import { defineUseCase } from './define.ts';
import { mustBeFresh } from './load-ticket.ts';

export interface ConfigureServiceInput extends ServiceDefinition {
  readonly expectedVersion?: number | null | undefined;
}

/** Adds a service to the catalogue or changes the one with the same key; the same definition again changes nothing. */
export const configureService = defineUseCase({
  name: 'configureService',
  action: 'service:configure',
  load: ({ input }: { input: ConfigureServiceInput }) => ({ municipalityId: input.municipalityId }),
  async run({ input, newId }, { services, places }) {
    refuseProblems(definitionProblems(input));
    if ((await places.municipality(input.municipalityId)) === null) throw errors.MUNICIPALITY_NOT_FOUND();
    const unit = await places.unit(input.unitId);
    if (unit?.municipalityId !== input.municipalityId || !unit.active) throw errors.UNIT_NOT_FOUND();
    const previous = await services.findByKey(input.municipalityId, input.key);
    if (previous !== null) mustBeFresh(previous, input.expectedVersion);
    const service = configure(input, { id: newId(), previous });
    if (previous !== null && sameDefinition(previous, service)) return { result: { service: previous } };
    await services.save(service);
    const { id, municipalityId, version } = service;
    const before = previous === null ? null : { version: previous.version };
    return { result: { service }, audit: [{ entity: { type: 'service', id }, municipalityId, before, after: { version } }] };
  },
});

function sameDefinition(one: CityService, other: CityService): boolean {
  const definition = ({ version, ...rest }: CityService): string => JSON.stringify(rest);
  return definition(one) === definition(other);
}
