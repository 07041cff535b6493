// The layers of every service: domain <- use-cases <- adapters <- main. A service learns of another by events only.
const { builtinModules } = require('node:module');

const service = '^services/(?!kit/)([^/]+)/';
const drivers = 'mongoose|mongodb|amqplib|graphql|dataloader|undici|nodemailer|pino|@apollo|@opentelemetry';
const technology = [
  `^(node:)?(${builtinModules.join('|')})$`,
  `^(node_modules/)?(@types/)?(${drivers})(/|$)`,
  `/node_modules/(${drivers})/`,
];

module.exports = {
  forbidden: [
    {
      name: 'domain-knows-only-itself',
      comment: 'Rules are pure: the domain imports itself and the pure topics of kit.',
      severity: 'error',
      from: { path: `${service}src/domain/`, pathNot: '\\.spec\\.ts$|/test/' },
      to: { pathNot: ['^services/$1/src/domain/', '^services/kit/src/(errors|calendar|registry-numbers)/'] },
    },
    {
      name: 'use-cases-know-no-technology',
      comment: 'A use case sees the domain, its ports and the pipeline of kit; never a driver.',
      severity: 'error',
      from: { path: `${service}src/use-cases/`, pathNot: '\\.spec\\.ts$' },
      to: { path: [...technology, '^services/$1/src/(adapters/|generated/|(main|config)\\.ts$)'] },
    },
    {
      name: 'adapters-know-not-the-wiring',
      comment: 'main.ts builds the clients and reads the configuration; adapters are handed what they need.',
      severity: 'error',
      from: { path: `${service}src/adapters/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^services/$1/src/(main|config)\\.ts$' },
    },
    {
      name: 'services-stand-alone',
      comment: 'No service imports another one, the gateway, or the scripts.',
      severity: 'error',
      from: { path: `${service}src/` },
      to: { path: '^(gateway/|scripts/|services/(?!kit/)(?!$1/))' },
    },
    {
      name: 'gateway-stands-alone',
      comment: 'The gateway knows the graph, not who serves it.',
      severity: 'error',
      from: { path: '^gateway/src/' },
      to: { path: '^(proto/|scripts/|services/(?!kit/))' },
    },
    {
      name: 'kit-and-contracts-stand-apart',
      comment: 'kit is mechanism, contracts are words; neither knows the other, nor any service.',
      severity: 'error',
      from: { path: '^(services/kit|proto)/' },
      to: { path: '^(gateway|scripts|proto|services)/', pathNot: '^($1)/' },
    },
    {
      name: 'no-cycles',
      comment: 'What imports each other is one thing in two files.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)generated/'] },
    exclude: { path: '^\\.guiche/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
