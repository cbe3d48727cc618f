import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'capability',
  profile: 'core',
  title: 'capability',
  protects: 'not written yet',
};
