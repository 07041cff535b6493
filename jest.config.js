// Three kinds of tests, told apart by their suffix; `jest --selectProjects unit` runs one kind.
// Our own code is CommonJS to Jest and loaded anew for every file; packages are loaded once by Node itself.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
process.env.TZ = 'UTC';

const everyWorkspace = ['gateway', 'proto', 'scripts', 'services/*'].map((folder) => `<rootDir>/${folder}`);

function project(displayName, suffix, others = []) {
  return {
    displayName,
    rootDir: import.meta.dirname,
    testEnvironment: '<rootDir>/scripts/jest/one-realm-environment.cjs',
    runtime: '<rootDir>/scripts/jest/packages-once-runtime.cjs',
    testMatch: everyWorkspace.map((folder) => `${folder}/**/*.${suffix}.ts`),
    testPathIgnorePatterns: ['/node_modules/', ...others.map((other) => `\\.${other}\\.ts$`)],
    modulePathIgnorePatterns: ['<rootDir>/.guiche/', '<rootDir>/.turbo/'],
    moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
    transform: {
      '\\.ts$': ['@swc/jest', swc({ syntax: 'typescript' })],
      '\\.js$': ['@swc/jest', swc({ syntax: 'ecmascript' })],
    },
    transformIgnorePatterns: ['/node_modules/'],
    injectGlobals: false,
  };
}

function swc(parser) {
  return {
    swcrc: false,
    jsc: { parser, target: 'es2024' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  };
}

export default {
  // Jest has one timeout for all projects: the longest here; `npm test` gives each kind its own.
  testTimeout: 180_000,
  projects: [
    project('unit', 'spec', ['int\\.spec', 'e2e\\.spec']),
    project('int', 'int.spec'),
    project('e2e', 'e2e.spec'),
  ],
};
