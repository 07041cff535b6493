import type { Model, PipelineStage } from 'mongoose';

/** Something to read from a collection by stages that `$unionWith` takes, and what is made of the documents found. */
export interface List<Document, Answer> {
  readonly stages: readonly ListStage[];
  answer(found: readonly Document[]): Answer;
}

export type ListStage = PipelineStage.Match | PipelineStage.Sort | PipelineStage.Limit | PipelineStage.Lookup;

/** All that a trusted filter finds, in no order. */
export function wholeList<Document>(filter: object): List<Document, readonly Document[]> {
  return { stages: [{ $match: filter }], answer: (found) => found };
}

/** Several lists of one collection in one command, aligned with the requests. Mongoose casts nothing in their filters. */
export async function findLists<Document extends { _id: string }, Answer>(model: Model<Document>, lists: readonly List<Document, Answer>[]): Promise<Answer[]> {
  const [first, ...others] = lists.map(({ stages }, index) => [...stages, { $addFields: { listIndex: index } }]);
  if (first === undefined) return [];
  const coll = model.collection.collectionName;
  const rows = await model.aggregate<Document & { listIndex: number }>([
    ...first,
    ...others.map((pipeline) => ({ $unionWith: { coll, pipeline } })),
  ]);
  const found = lists.map((): Document[] => []);
  for (const { listIndex, ...document } of rows) found[listIndex]?.push(document as unknown as Document);
  return lists.map(({ answer }, index) => answer(found[index] ?? []));
}
