import { describe, expect, it } from '@jest/globals';
import { gathered } from './gathered.ts';

describe('what arrives together', () => {
  const collecting = (fails: (items: readonly string[]) => boolean = () => false) => {
    const turns: string[] = [];
    const alone = async (item: string): Promise<void> => {
      turns.push(`alone ${item}`);
      if (item === 'bad') throw new Error('bad');
      await Promise.resolve();
    };
    const together = async (items: readonly string[]): Promise<void> => {
      turns.push(items.join());
      await Promise.resolve();
      if (fails(items)) throw new Error('one of them');
    };
    return { turns, gathering: gathered<string>({ most: 3, placeOf: (item) => (item.startsWith('rio') ? 'rio' : 'campinas'), together, alone }) };
  };

  it('is done together, so many at a time, the rest in the next turn', async () => {
    const { turns, gathering } = collecting();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => gathering.add(item)));
    expect(turns).toEqual(['a,b,c', 'd,e']);
  });

  it('is not mixed between places', async () => {
    const { turns, gathering } = collecting();
    await Promise.all(['a', 'rio-1', 'b', 'rio-2'].map((item) => gathering.add(item)));
    expect(turns).toEqual(['a,b', 'rio-1,rio-2']);
  });

  it('is done alone where there is nothing to do it with', async () => {
    const { turns, gathering } = collecting();
    await gathering.add('a');
    await gathering.add('b');
    expect(turns).toEqual(['alone a', 'alone b']);
  });

  it('is not held up by one that cannot be done: that one alone is refused', async () => {
    const { turns, gathering } = collecting((items) => items.includes('bad'));
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map((item) => gathering.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(turns).toEqual(['a,bad,b', 'alone a', 'alone bad', 'alone b']);
  });
});
