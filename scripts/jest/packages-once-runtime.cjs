const { createRequire, enableCompileCache } = require('node:module');
const { default: Runtime } = require('jest-runtime');

enableCompileCache?.();

const ofJest = /^(?:@jest\/globals|jest)$/;
const ofAPackage = /^(?!node:|@guiche\/)(?:@[\w.-]+\/)?[\w-][\w.-]*/;

/**
 * Packages are loaded by Node, once for all spec files of a worker, and from its compile cache; our own code is loaded by
 * Jest anew for each. No spec replaces a package by a mock.
 */
class PackagesOnceRuntime extends Runtime {
  requireModuleOrMock(from, name) {
    if (ofJest.test(name) || !ofAPackage.test(name)) return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }
}

module.exports = PackagesOnceRuntime;
