import { join } from 'node:path';
import envPaths from 'env-paths';

/** A folder of the kit's in the user's cache folder. Whatever is in it may be deleted at any time. */
export const cacheFolder = (name: 'hosts' | 'libraries' | 'modules'): string =>
  join(envPaths('sandproof', { suffix: '' }).cache, name);
