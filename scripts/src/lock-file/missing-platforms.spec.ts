import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type LockFile, missingPlatforms } from './missing-platforms.ts';

describe('package-lock.json', () => {
  it('names the optional packages of every platform, so that npm ci accepts it (npm run lock:complete)', () => {
    const path = join(import.meta.dirname, '../../../package-lock.json');
    expect(missingPlatforms(JSON.parse(readFileSync(path, 'utf8')) as LockFile)).toEqual({});
  });
});

describe('an optional package that is not locked', () => {
  it('is added with the platform its name tells', () => {
    const tool = {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-arm-gnueabihf': '2.0.0', '@tool/windows-64': '2.0.0', '@tool/linux-x64': '2.0.0' },
    };
    expect(missingPlatforms({ packages: { 'node_modules/tool': tool, 'node_modules/@tool/linux-x64': {} } })).toEqual({
      'node_modules/@tool/linux-arm-gnueabihf': {
        version: '2.0.0',
        os: ['linux'],
        cpu: ['arm'],
        libc: ['glibc'],
        dev: true,
        optional: true,
      },
      'node_modules/@tool/windows-64': { version: '2.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
    });
  });

  it('stops us when its name tells no platform', () => {
    const packages = { 'node_modules/tool': { optionalDependencies: { fsevents: '2.3.3' } } };
    expect(() => missingPlatforms({ packages })).toThrow(/fsevents/);
  });
});
