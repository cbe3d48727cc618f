/** The test functions that a host may provide in the import module `sandproof:test`, with their types. */
export const testFunctionTypes = {
  nop: { params: [], results: [] },
  add: { params: ['i32', 'i32'], results: ['i32'] },
  log: { params: ['i32', 'i32'], results: [] },
  fill: { params: ['i32', 'i32', 'i32'], results: [] },
  fail: { params: [], results: [] },
  'call-back': { params: ['i32'], results: ['i32'] },
  'view-after-callback': { params: ['i32'], results: ['i32'] },
  sleep: { params: ['i64'], results: [] },
  exit: { params: ['i32'], results: [] },
  'close-self': { params: [], results: [] },
  charge: { params: ['i64'], results: [] },
  'wrong-result': { params: [], results: ['i32'] },
  'wrong-results': { params: [], results: ['i32', 'i32'] },
  'make-ref': { params: ['i32'], results: ['externref'] },
  'same-ref': { params: ['externref', 'externref'], results: ['i32'] },
} as const satisfies Record<string, { params: readonly string[]; results: readonly string[] }>;
export type TestFunction = keyof typeof testFunctionTypes;

/** Names of all test functions. */
export const testFunctions = Object.keys(testFunctionTypes) as readonly TestFunction[];

/** Import module of the test functions. */
export const testFunctionModule = 'sandproof:test';
