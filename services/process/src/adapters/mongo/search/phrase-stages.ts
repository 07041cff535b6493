import type { PipelineStage } from 'mongoose';

type PhraseStage = PipelineStage.Lookup | PipelineStage.Match | PipelineStage.Project;

/** Stages that keep what has all phrases, each within the heading or within the body. */
export function phraseStages(phrases: readonly (readonly string[])[]): PhraseStage[] {
  if (phrases.length === 0) return [];
  const conditions = phrases.map((words) => {
    const expression = { $regex: phraseExpression(words), $options: 'i' };
    return { $or: [{ heading: expression }, { 'bodies.body': expression }] };
  });
  return [
    { $lookup: { from: 'search_bodies', localField: '_id', foreignField: '_id', as: 'bodies' } },
    { $match: { $and: conditions } },
    { $project: { bodies: 0 } },
  ];
}

const accented: Readonly<Record<string, string>> = {
  a: '[aáàâãä]',
  c: '[cç]',
  e: '[eéèêë]',
  i: '[iíìîï]',
  n: '[nñ]',
  o: '[oóòôõöº]',
  u: '[uúùûü]',
};

/** Folded words in a row, in any accents; numbers may have thousands' dots. Folded words hold letters and digits only. */
function phraseExpression(words: readonly string[]): string {
  const written = words.map((word) =>
    [...word].map((letter) => accented[letter] ?? (/\d/.test(letter) ? `${letter}\\.?` : letter)).join(''),
  );
  return `(?<![\\p{L}\\p{N}])${written.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`;
}
