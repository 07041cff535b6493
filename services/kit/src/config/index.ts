export { readConfig, serviceSettings } from './read-config.ts';
export { deriveKey } from './derive-key.ts';
