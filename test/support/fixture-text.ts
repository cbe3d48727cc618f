/** The text of a small fixture: a header with these lines, and a module. */
export const fixtureText = (lines: readonly string[], module = '(module (func (export "nothing")))'): string =>
  `${['level = "must"', 'spec = "none: for the kit\'s own tests"', ...lines].map((line) => `;;! ${line}`).join('\n')}\n${module}\n`;

/** The text of a fixture that calls a function that does nothing. */
export const harmlessText = (title = 'nothing happens'): string =>
  fixtureText([`title = ${JSON.stringify(title)}`, '[[step]]', 'call = "nothing"', 'expect = { returned = [] }']);
