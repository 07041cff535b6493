import { cities } from '../seed/cities.ts';
import { passwordOf, seed } from '../seed.ts';
import type { World } from './world.ts';
import { startTestStack } from '../stack/test-stack.ts';
import type { TestStack, TestStackOptions } from '../stack/test-stack.ts';

/** The whole system, seeded, for one test file. */
export interface TestWorld extends World {
  readonly stack: TestStack;
  seedAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the six processes on databases and a virtual host of their own and seeds them, with two training users. */
export async function startWorld(options: TestStackOptions): Promise<TestWorld> {
  const stack = await startTestStack(options);
  try {
    const { graphUrl, urls, secrets, signingKeysFile, mailbox } = stack;
    const seedAgain = async (): Promise<void> => {
      await seed({ graphUrl, issuer: urls.gateway, signingKeysFile, secrets, trainingUsers: 2, report: () => undefined });
    };
    await seedAgain();
    const [city] = cities;
    const [member] = city?.staff ?? [];
    if (city === undefined || member === undefined) throw new Error('There is no city with staff in the seed');
    return {
      stack,
      graphUrl,
      mailboxUrl: mailbox.url,
      clerk: { municipality: city.acronym, username: member.username, password: passwordOf(secrets, city, member) },
      seedAgain,
      stop: () => stack.stop(),
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
