export { createSandbox } from './create-sandbox.ts';
export type { Sandbox, SandboxJob, SandboxLimits, SandboxReply } from './create-sandbox.ts';
export { serveSandbox } from './serve-sandbox.ts';
export type { SandboxAssignment } from './serve-sandbox.ts';
