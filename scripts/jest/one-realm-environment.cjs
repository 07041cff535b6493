const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { TestEnvironment } = require('jest-environment-node');

const compileFunction = vm.compileFunction;
let mark;

// Jest compiles every module into the realm of its environment; with this one that is the realm of Node itself.
vm.compileFunction = (code, parameters, options) => {
  if (options?.parsingContext === undefined || options.parsingContext !== mark) return compileFunction(code, parameters, options);
  const { parsingContext, importModuleDynamically, ...here } = options;
  return compileFunction(code, parameters, here);
};

/** Tests share the globals of the worker, so that packages loaded once (see packages-once-runtime.cjs) fit all of them. */
class OneRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    mark = this.context;
    this.global = globalThis;
    this.fakeTimersModern = new ModernFakeTimers({ config: config.projectConfig, global: globalThis });
  }
}

module.exports = OneRealmEnvironment;
