/** The part of package-lock.json that is looked at here. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS: Readonly<Record<string, string>> = { windows: 'win32' };
const CPUS: Readonly<Record<string, string>> = { 64: 'x64', armv7: 'arm' };
const PLATFORM =
  /-?(?<system>android|darwin|freebsd|linux|openharmony|win32|windows)-(?<cpu>arm64|armv7|arm|ia32|loong64|ppc64|riscv64|s390x|x64|64)(-(?<libc>gnu|musl))?/;

/**
 * Entries for optional packages of other platforms that the lock file lacks because the registry it was made with
 * does not have them. `npm ci` refuses a lock file without them, on every platform.
 */
export function missingPlatforms({ packages }: LockFile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const isLocked = `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      if (!isLocked) missing[`node_modules/${name}`] = { version, ...platformOf(name), ...inherited(parent), optional: true };
    }
  }
  return missing;
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const { system, cpu, libc } = PLATFORM.exec(name)?.groups ?? {};
  if (system === undefined || cpu === undefined) throw new Error(`${name} is missing and not of one platform.`);
  return {
    os: [SYSTEMS[system] ?? system],
    cpu: [CPUS[cpu] ?? cpu],
    ...(libc !== undefined && { libc: [libc === 'gnu' ? 'glibc' : libc] }),
  };
}

function inherited({ dev, license, engines }: LockedPackage): Pick<LockedPackage, 'dev' | 'license' | 'engines'> {
  return { ...(dev && { dev }), ...(license !== undefined && { license }), ...(engines && { engines }) };
}
