import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'isolation',
  profile: 'core',
  title: 'isolation',
  protects: 'not written yet',
};
