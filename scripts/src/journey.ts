import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot, localFolderIn } from './infrastructure/local-folder.ts';
import { loadOrCreateSecrets } from './infrastructure/secrets.ts';
import { journeys } from './journey/journeys.ts';
import { newStory } from './journey/story.ts';
import type { PlayedStep } from './journey/story.ts';
import { passwordOf } from './seed.ts';
import { cities } from './seed/cities.ts';
import { runningState } from './stack/running-state.ts';

// `npm run journey -- accreditation [--json]`: plays a journey against the running stack with fresh data.
const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const [name = 'accreditation'] = positionals;
const journey = journeys.get(name);
if (journey === undefined) {
  console.error(`There is no journey "${name}". Try: npm run journey -- ${[...journeys.keys()].join(' | ')}`);
  process.exit(2);
}

const local = localFolderIn(join(findProjectRoot(), '.guiche'));
const urls = (await runningState(local.stateFile))?.urls;
const graphUrl = urls?.['graph'];
const mailboxUrl = urls?.['mailbox'];
if (graphUrl === undefined || mailboxUrl === undefined) {
  console.error('Guichê is not running. Start it first: npm start');
  process.exit(2);
}

const [city] = cities;
const [member] = city?.staff ?? [];
if (city === undefined || member === undefined) throw new Error('There is no city with staff in the seed');
const password = passwordOf(await loadOrCreateSecrets(local.secretsFile), city, member);
const story = newStory((step) => {
  if (!values.json) console.log(lineOf(step));
});

try {
  await journey.play(story, { graphUrl, mailboxUrl, clerk: { municipality: city.acronym, username: member.username, password } });
  if (values.json) console.log(JSON.stringify({ journey: name, ok: true, steps: story.played }, null, 2));
  else console.log(`\n${String(story.played.length)} steps, all as they should be.`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  if (values.json) console.log(JSON.stringify({ journey: name, ok: false, error: message, steps: story.played }, null, 2));
  else console.error(`\nNot as it should be: ${message}`);
  process.exit(1);
}

function lineOf({ title, result, ms, subgraphRequests }: PlayedStep): string {
  const requests = Object.values(subgraphRequests).reduce((sum, count) => sum + count, 0);
  const cost = requests === 0 ? '' : `, ${String(requests)} subgraph request${requests === 1 ? '' : 's'}`;
  return `- ${title}\n    ${result}  [${String(ms)} ms${cost}]`;
}
