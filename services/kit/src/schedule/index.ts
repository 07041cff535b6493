export { backOff } from './back-off.ts';
export type { BackOff } from './back-off.ts';
export { createJobs, jobsIn, LeaseLost } from './create-jobs.ts';
export type { JobCounts, Jobs, NewJob } from './create-jobs.ts';
export { createWorker } from './create-worker.ts';
export type { JobBatch, JobHandlers, Worker, WorkerOptions } from './create-worker.ts';
export type { Job, JobData, JobRef, JobRow, JobState } from './job.ts';
