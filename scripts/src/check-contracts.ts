// The promises of the graph, checked without running anything: the subgraphs compose to what is committed, no
// client of the last release breaks unannounced, and everything public is explained.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { unannouncedBreakingChanges } from './check-breaking-changes.ts';
import { undescribed } from './check-descriptions.ts';
import { composeSupergraph, composedFiles, staleFiles } from './compose-supergraph.ts';

const { apiSchema } = composeSupergraph();
const released = readFileSync(composedFiles.releasedApiSchema, 'utf8');
const today = new Date().toISOString().slice(0, 10);

const complaints = [
  ...staleFiles().map((path) => `out of date: ${relative(process.cwd(), path)} (npm run compose)`),
  ...(await unannouncedBreakingChanges(released, apiSchema, today)).map((message) => `breaks clients: ${message}`),
  ...undescribed(apiSchema).map((coordinate) => `without description: ${coordinate}`),
];
for (const complaint of complaints) console.error(complaint);
console.log(`public API: ${complaints.length === 0 ? 'as promised' : `${complaints.length} complaints`}`);
process.exitCode = complaints.length === 0 ? 0 : 1;
