import type { Suite } from '../contract/suite.ts';

export const suite: Suite = {
  name: 'isolation',
  profile: 'core',
  title: 'Sandboxes apart from each other',
  protects:
    'Hosts run the guests of many people side by side and one after the other, and reuse what the last one had. In a ' +
    'host that fails here one tenant reads what another left behind, spends its budget, ends its guest or reaches into ' +
    'its memory, though each of them alone looks well contained.',
};
