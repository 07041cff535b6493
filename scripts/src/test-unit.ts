import { runJest } from './stack/run-jest.ts';
import { findProjectRoot } from './infrastructure/local-folder.ts';

// `npm run test:unit -- <pattern>`: pure specs only, nothing is started.
const root = findProjectRoot();
const result = await runJest({ root, project: 'unit', patterns: process.argv.slice(2), environment: {} });
if (result.failed > 0 || result.passed === 0) console.log(result.output);
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exitCode = result.failed === 0 && result.passed > 0 ? 0 : 1;
