import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'determinism',
  profile: 'core',
  title: 'determinism',
  protects: 'not written yet',
};
