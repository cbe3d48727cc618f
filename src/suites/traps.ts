import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'traps',
  profile: 'core',
  title: 'traps',
  protects: 'not written yet',
};
