import type { Provider } from './engine.ts';

const nothing: Provider = () => new Map();

/**
 * Loads the module that makes host functions of grants.
 *
 * @param url - `undefined` where guests get none.
 */
export const loadProvider = async (url: string | undefined): Promise<Provider> =>
  url === undefined ? nothing : ((await import(url)) as { provide: Provider }).provide;
