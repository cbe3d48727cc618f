import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'memory',
  profile: 'core',
  title: 'Memory limits and bounds',
  protects: 'x',
};
