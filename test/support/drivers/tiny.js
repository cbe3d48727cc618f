// A command-line program that runs one export of one module, as engines' own tools do; for tests of exec hosts:
//   node tiny.js [--wall=MS] [--memory=BYTES] [--mark=FILE] FILE EXPORT ARGS…
// FILE of --mark is made once the guest is about to work.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const codes = { trap: 3, invalid: 4, link: 5, memory: 41, time: 42 };

const option = (words, name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const limit = (words, name) => Number(option(words, name) ?? Number.POSITIVE_INFINITY);

const run = (words) => {
  const [file, name, ...args] = words.filter((word) => !word.startsWith('--'));
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {});
    if ((exports.memory?.buffer.byteLength ?? 0) > limit(words, 'memory')) {
      return { code: codes.memory };
    }
    const mark = option(words, 'mark');
    if (mark !== undefined) {
      writeFileSync(mark, '');
    }
    const result = exports[name](...args.map(Number));
    return { code: 0, text: result === undefined ? undefined : `i32:${result}` };
  } catch (error) {
    return {
      code:
        error instanceof WebAssembly.CompileError
          ? codes.invalid
          : error instanceof WebAssembly.LinkError || error instanceof TypeError
            ? codes.link
            : codes.trap,
    };
  }
};

const words = process.argv.slice(2);
if (words[0] === '--version') {
  console.log('tiny 3.2.1');
} else if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { argv: words, workerData: words });
  setTimeout(() => process.exit(codes.time), Math.min(limit(words, 'wall'), 10_000));
  worker.on('message', ({ code, text }) => {
    if (text !== undefined) {
      console.log(text);
    }
    process.exit(code);
  });
} else {
  parentPort.postMessage(run(workerData));
}
