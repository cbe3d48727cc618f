import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'js-embedding',
  profile: 'js-embedding',
  title: 'js-embedding',
  protects: 'not written yet',
};
