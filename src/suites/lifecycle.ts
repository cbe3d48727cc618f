import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'lifecycle',
  profile: 'core',
  title: 'lifecycle',
  protects: 'not written yet',
};
