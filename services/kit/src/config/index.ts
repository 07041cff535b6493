export { readConfig, serviceSettings } from './read-config.ts';
export { deriveKey, keyRing } from './derive-key.ts';
