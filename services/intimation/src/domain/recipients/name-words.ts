const marks = /\p{M}/gu;
const word = /[\p{L}\p{N}]+/gu;

/** The words of a name without accents and case, each once: "João da CONCEIÇÃO" -> joao, da, conceicao. */
export function nameWords(name: string): string[] {
  const folded = name.normalize('NFKD').replace(marks, '').toLowerCase();
  return [...new Set(folded.match(word) ?? [])];
}
