import type { Wording } from '@guiche/kit/errors';

/**
 * Why content is refused. What could deceive a reader is refused and named: scripts, hidden or reversed text, pictures
 * and addresses that lie elsewhere. What is only noise of an editor (fonts, colours that can be read, classes, comments,
 * invisible characters) is left out in silence.
 */
export type ContentProblemCode =
  | 'CONTENT_TOO_LARGE'
  | 'CONTENT_TOO_COMPLEX'
  | 'TEXT_TOO_LONG'
  | 'PARAGRAPH_TOO_LONG'
  | 'WORD_TOO_LONG'
  | 'TEXT_BROKEN'
  | 'SCRIPT_FORBIDDEN'
  | 'ELEMENT_FORBIDDEN'
  | 'TEXT_HIDDEN'
  | 'TEXT_REVERSED'
  | 'IMAGE_EXTERNAL'
  | 'IMAGE_UNSUPPORTED'
  | 'IMAGE_TOO_LARGE'
  | 'TOO_MANY_IMAGES'
  | 'LINK_FORBIDDEN'
  | 'LINK_MISLEADING';

export interface ContentProblem {
  readonly code: ContentProblemCode;
  readonly message: Wording;
}

const wordings: Record<ContentProblemCode, Wording> = {
  CONTENT_TOO_LARGE: {
    pt: 'O texto, com as imagens, passa de {found}. Diminua as imagens ou divida o documento.',
    en: 'The text with its images is over {found}. Make the images smaller or divide the document.',
  },
  CONTENT_TOO_COMPLEX: {
    pt: 'O texto tem partes ou colunas demais, ou listas e tabelas demais umas dentro das outras ({found}). Simplifique ou divida o documento.',
    en: 'The text has too many parts or columns, or too many lists and tables in each other ({found}). Simplify or divide the document.',
  },
  TEXT_TOO_LONG: {
    pt: 'O texto passa de {found} letras. Divida o documento.',
    en: 'The text is over {found} letters. Divide the document.',
  },
  PARAGRAPH_TOO_LONG: {
    pt: 'Há parágrafo longo demais, que começa por {found}. Divida-o.',
    en: 'A paragraph is too long; it starts with {found}. Divide it.',
  },
  WORD_TOO_LONG: {
    pt: 'Há palavra longa demais, que começa por {found}. Separe-a com espaços ou junte-a em anexo.',
    en: 'A word is too long; it starts with {found}. Part it with spaces or put it into an annex.',
  },
  TEXT_BROKEN: {
    pt: 'O texto tem caracteres corrompidos. Digite-o de novo onde aparecem sinais estranhos.',
    en: 'The text has broken characters. Type it again where strange signs appear.',
  },
  SCRIPT_FORBIDDEN: {
    pt: 'O texto tem programas ou ações automáticas: {found}. Remova-os.',
    en: 'The text has scripts or automatic actions: {found}. Remove them.',
  },
  ELEMENT_FORBIDDEN: {
    pt: 'O texto tem partes que um documento não pode ter: {found}. Remova-as ou cole o texto sem formatação.',
    en: 'The text has parts that a document may not have: {found}. Remove them or paste the text without its format.',
  },
  TEXT_HIDDEN: {
    pt: 'Há texto escondido, ilegível ou fora da página: {found}. Remova-o ou deixe-o visível.',
    en: 'There is text that is hidden, illegible or off the page: {found}. Remove it or make it visible.',
  },
  TEXT_REVERSED: {
    pt: 'Há texto que se lê em ordem diferente daquela em que foi escrito: {found}. Digite-o de novo.',
    en: 'There is text that reads in another order than it is written: {found}. Type it again.',
  },
  IMAGE_EXTERNAL: {
    pt: 'Há imagens que estão em outro lugar: {found}. Insira a própria imagem no documento.',
    en: 'There are images that lie elsewhere: {found}. Insert the image itself into the document.',
  },
  IMAGE_UNSUPPORTED: {
    pt: 'Há imagens que não podem ser lidas: {found}. Salve-as de novo como PNG (não entrelaçado) ou JPEG.',
    en: 'There are images that cannot be read: {found}. Save them again as PNG (not interlaced) or JPEG.',
  },
  IMAGE_TOO_LARGE: {
    pt: 'Há imagens grandes demais: {found}. Reduza-as a até 1 MB e 8 milhões de pontos.',
    en: 'There are images that are too large: {found}. Reduce them to at most 1 MB and 8 million pixels.',
  },
  TOO_MANY_IMAGES: {
    pt: 'O documento tem mais de {found} imagens. Junte as demais em anexos.',
    en: 'The document has more than {found} images. Put the others into annexes.',
  },
  LINK_FORBIDDEN: {
    pt: 'Há endereços que um documento não pode ter: {found}. Use somente endereços https:// ou de e-mail.',
    en: 'There are addresses that a document may not have: {found}. Use only https:// or e-mail addresses.',
  },
  LINK_MISLEADING: {
    pt: 'Há endereços que mostram um lugar e levam a outro: {found}. Escreva o endereço verdadeiro.',
    en: 'There are addresses that show one place and lead to another: {found}. Write the true address.',
  },
};

const shownAtMost = 5;

/** One problem for each code, naming the first things that were found. */
export function contentProblem(code: ContentProblemCode, found: Iterable<string> = []): ContentProblem {
  const all = [...found];
  const named = all.slice(0, shownAtMost).join(', ') + (all.length > shownAtMost ? ', …' : '');
  const { pt, en } = wordings[code];
  // A function, because what was found may hold `$&`.
  return { code, message: { pt: pt.replace('{found}', () => named), en: en.replace('{found}', () => named) } };
}

/** The first words of a text, to find it by. */
export function excerptOf(text: string): string {
  const letters = [...text.trim()];
  return `“${letters.slice(0, 40).join('')}${letters.length > 40 ? '…' : ''}”`;
}
