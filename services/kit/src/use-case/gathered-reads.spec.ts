import { describe, expect, it } from '@jest/globals';
import { createGatheredReads } from './gathered-reads.ts';

/** Notes what it is asked, and answers each key with itself. */
function collection() {
  const asked: string[][] = [];
  return {
    asked,
    load(keys: readonly string[]): Promise<readonly string[]> {
      asked.push([...keys]);
      return Promise.resolve(keys);
    },
  };
}

/** A read that is elsewhere until it is told to go on. */
function elsewhere() {
  let goOn = (): void => undefined;
  const away = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return { away, goOn: () => { goOn(); } };
}

describe('the reads of one request', () => {
  it('ask a collection once, also when one of them comes to it later than the others', async () => {
    const reads = createGatheredReads();
    const processes = collection();
    const gather = reads.gather(1, processes.load);
    const { away, goOn } = elsewhere();
    const answers = [
      reads.during(() => gather('a')),
      reads.during(async () => {
        await away;
        return gather('b');
      }),
    ];
    await new Promise(setImmediate);
    expect(processes.asked).toEqual([]);
    goOn();
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
    expect(processes.asked).toEqual([['a', 'b']]);
  });

  it('go first to what leads to others', async () => {
    const reads = createGatheredReads();
    const [grants, processes] = [collection(), collection()];
    const [ofGrants, ofProcesses] = [reads.gather(1, grants.load), reads.gather(2, processes.load)];
    await Promise.all([reads.during(() => ofProcesses('own')), reads.during(async () => ofProcesses(`granted by ${await ofGrants('mine')}`))]);
    expect(processes.asked).toEqual([['own', 'granted by mine']]);
  });

  it('do not wait for one that has failed, and fail together when their collection does', async () => {
    const reads = createGatheredReads();
    const gather = reads.gather(1, (): Promise<readonly string[]> => Promise.reject(new Error('away')));
    const answers = await Promise.allSettled([
      reads.during(() => Promise.reject(new Error('refused'))),
      reads.during(() => gather('a')),
      reads.during(() => gather('b')),
    ]);
    expect(answers.map((answer) => answer.status === 'rejected' && (answer.reason as Error).message)).toEqual(['refused', 'away', 'away']);
  });

  it('go on when one of them asks for two things at once, or outside of any', async () => {
    const reads = createGatheredReads();
    const [one, other] = [collection(), collection()];
    const [ofOne, ofOther] = [reads.gather(1, one.load), reads.gather(2, other.load)];
    expect(await reads.during(() => Promise.all([ofOne('a'), ofOther('b'), ofOne('c')]))).toEqual(['a', 'b', 'c']);
    expect(await ofOther('d')).toBe('d');
  });
});
