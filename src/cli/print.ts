/** Writes a line to stdout, the one place where commands do. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
