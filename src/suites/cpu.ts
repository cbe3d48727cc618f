import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'cpu',
  profile: 'core',
  title: 'cpu',
  protects: 'not written yet',
};
