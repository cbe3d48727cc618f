import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'crash',
  profile: 'core',
  title: 'crash',
  protects: 'not written yet',
};
