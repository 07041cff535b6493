import type { PipelineStage } from 'mongoose';
import type { Readable } from '../../../use-cases/ports.ts';
import { readableFilter } from './readable-filter.ts';

/** Joins the process whose id is in this field and drops the item when the reader may not see it. */
export function withReadableProcess(field: 'processId' | 'relatedId', readable: Readable): [PipelineStage.Lookup, PipelineStage.Match] {
  return [
    { $lookup: { from: 'processes', localField: field, foreignField: '_id', pipeline: [{ $match: readableFilter(readable) }], as: 'process' } },
    { $match: { process: { $ne: [] } } },
  ];
}
