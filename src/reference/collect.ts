import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of memories without an owner after which they are collected. */
const patience = 32 * 2 ** 20;

let collect: (() => void) | undefined;
let abandoned = 0;

/**
 * Notes memories that nobody uses any more. V8 frees them when it collects garbage, and what a guest's own `memory.grow`
 * took does not make it do so (RATIONALE.md, "Why is garbage collected on purpose?"): on V8 14, hundreds of dropped sandboxes with grown memories stay, gigabytes of them.
 */
export const abandon = (bytes: number): void => {
  abandoned += bytes;
  if (abandoned < patience) {
    return;
  }
  abandoned = 0;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
};
