// The one file that must run on any Node from 18 on, before anything is installed: no dependencies, no TypeScript.
// It installs what the lock file says, generates code when a contract changed, and goes on under the project's Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 18;
const WITHOUT_GENERATED_CODE = ['dev-infrastructure', 'logs', 'reset', 'test'];
const NO_TELEMETRY = { APOLLO_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.guiche-install');
const codegenStamp = join(modules, '.guiche-codegen');
const environment = {
  ...process.env,
  ...NO_TELEMETRY,
  MONGOMS_DISABLE_POSTINSTALL: '1',
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.guiche', 'cache', 'compiled'),
  PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}`,
};

await main(process.argv[2], process.argv.slice(3));

async function main(command, args) {
  const entry = join(root, 'scripts', 'src', `${command}.ts`);
  if (!/^[a-z][a-z-]*$/.test(command ?? '') || !existsSync(entry)) fail(`Unknown command: ${command ?? '(none)'}.`);
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(`Node ${OLDEST_NODE} or later is needed to begin; this is ${process.versions.node}.`);
  }
  process.chdir(root);
  if (!isInstalled()) await install();
  if (!WITHOUT_GENERATED_CODE.includes(command) && !isGenerated()) await generate();
  const { code, signal } = await run(join(modules, '.bin', 'node'), [entry, ...args], { stdio: 'inherit', forward: true });
  process.exit(signal ? 130 : code);
}

function isInstalled() {
  const wanted = hash([join(root, 'package-lock.json')]);
  if (!existsSync(join(modules, '.bin', 'node'))) return false;
  if (read(installStamp) === wanted) return true;
  if (!matchesLockFile()) return false;
  writeFileSync(installStamp, wanted);
  return true;
}

/** Somebody ran npm by hand: what npm noted about the folder tells whether it is what the lock file asks for. */
function matchesLockFile() {
  const installed = readJson(join(modules, '.package-lock.json'))?.packages;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, peer }]) => {
    if (!path.includes('node_modules/') || link || optional || devOptional || peer) return true;
    return installed[path]?.version === version;
  });
}

async function install() {
  const packages = Object.keys(readJson(join(root, 'package-lock.json'))?.packages ?? {}).length;
  say(`Installing ${packages} packages from package-lock.json; only the first time, about a minute or two.`);
  const started = Date.now();
  const beat = setInterval(() => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' });
  clearInterval(beat);
  if (code !== 0) fail('npm ci failed: see its message above; most often the package registry was not reachable. Then try again.');
  if (!existsSync(join(modules, '.bin', 'node'))) {
    fail('npm did not bring the project\'s Node: run `npm ci` without --ignore-scripts and without --omit=dev, then try again.');
  }
  writeFileSync(installStamp, hash([join(root, 'package-lock.json')]));
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function isGenerated() {
  const stamp = readJson(codegenStamp);
  return stamp?.inputs === hash(codegenInputs()) && stamp.folders.length > 0 && stamp.folders.every((folder) => existsSync(folder));
}

async function generate() {
  say('Generating code from the contracts.');
  const { code, output } = await run('npm', ['run', '--silent', 'codegen'], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (code !== 0) {
    process.stderr.write(output);
    fail('Code generation failed: see above; `npm run codegen` repeats it.');
  }
  const folders = workspaces().flatMap((folder) => filesUnder(folder, (_, name) => name === 'generated', true));
  writeFileSync(codegenStamp, JSON.stringify({ inputs: hash(codegenInputs()), folders }));
}

/** Everything generated code depends on: contracts, schemas, and the settings of the generators. */
function codegenInputs() {
  const isInput = (path, name) =>
    name.endsWith('.proto') || name.endsWith('.graphql') || /^(buf|codegen).*\.(ya?ml|ts|mjs|js|json)$/.test(name);
  return [...workspaces(), root].flatMap((folder) =>
    folder === root
      ? readdirSync(root).filter((name) => isInput(root, name)).map((name) => join(root, name))
      : filesUnder(folder, isInput, false),
  ).sort();
}

function workspaces() {
  const services = readdirSync(join(root, 'services')).map((name) => join(root, 'services', name));
  return [join(root, 'gateway'), join(root, 'proto'), join(root, 'scripts'), ...services].filter((folder) => statSync(folder).isDirectory());
}

function filesUnder(folder, accepts, folders) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    if (entry.isDirectory()) {
      if (folders && accepts(path, entry.name)) return [path];
      return entry.name === 'generated' ? [] : filesUnder(path, accepts, folders);
    }
    return !folders && accepts(path, entry.name) ? [path] : [];
  });
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update('\0').update(read(file) ?? '').update('\0');
  return digest.digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson(file) {
  try {
    return JSON.parse(read(file) ?? '');
  } catch {
    return undefined;
  }
}

function run(command, args, { stdio, forward = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    if (forward) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
    child.on('error', (error) => resolve({ code: 127, signal: null, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

function say(text) {
  console.error(text);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
