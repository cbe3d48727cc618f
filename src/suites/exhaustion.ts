import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'exhaustion',
  profile: 'core',
  title: 'exhaustion',
  protects: 'not written yet',
};
