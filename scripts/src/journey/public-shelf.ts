import { randomInt } from 'node:crypto';
import type { GraphClient } from '../graph/graph-client.ts';
import { eventually } from './eventually.ts';
import { freshCitizen } from './fresh-citizen.ts';
import { includePdf, openProcess } from './processes.ts';
import type { OpenedProcess } from './processes.ts';
import { search } from './search-in-public.ts';
import type { Story } from './story.ts';

/** What the clerk has put there to be found, or not. */
export interface Shelf {
  /** In the specification with its accent, in the report without; nobody else uses it. */
  readonly word: string;
  /** In what is restricted and what is secret alone. */
  readonly hiddenWord: string;
  readonly cpf: string;
  readonly open: OpenedProcess;
  readonly restricted: OpenedProcess;
  readonly secret: OpenedProcess;
}

const hypothesis = 'informacao-pessoal';

/** Puts it all there and waits until it can be found. */
export async function fillShelf(story: Story, clerk: GraphClient): Promise<Shelf> {
  return story.step('The unit has a public process, a restricted and a secret one; all are indexed a moment later', async () => {
    const key = Array.from({ length: 8 }, () => 'bcdfgklmnpqrtvwx'.charAt(randomInt(16))).join('');
    const [word, hiddenWord, { cpf }] = [`jequitiba${key}`, `segredo${key}`, freshCitizen()];
    const open = await openProcess(clerk, `Poda do jequitibá${key}`);
    await includePdf(clerk, open, { title: 'Laudo da árvore', text: `O ${word} caiu. Morador com CPF ${cpf}.` });
    await includePdf(clerk, open, { title: `Renda ${hiddenWord}`, text: hiddenWord, accessLevel: 'RESTRICTED', legalHypothesis: hypothesis });
    const restricted = await openProcess(clerk, `Auxílio ${hiddenWord}`, { accessLevel: 'RESTRICTED', legalHypothesis: hypothesis });
    await includePdf(clerk, restricted, { title: `Pedido ${hiddenWord}`, text: hiddenWord });
    const secret = await openProcess(clerk, `Apuração ${hiddenWord}`, {
      typeKey: 'disciplinary', accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar',
    });
    // Staff need no proof, so that waiting costs the visitor no readings.
    const indexed = async (): Promise<true | undefined> => {
      const [byWord, byNumber] = [await search(clerk, { text: word }), await search(clerk, { text: restricted.number })];
      return byWord.count === 2 && byNumber.count === 1 ? true : undefined;
    };
    await eventually('the index', indexed, 60_000, 500);
    return { value: { word, hiddenWord, cpf, open, restricted, secret }, result: `${open.number}, ${restricted.number}, ${secret.number}` };
  });
}
