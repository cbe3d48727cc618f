import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNodes, ScriptSyntaxError } from '../../../src/spec/s-expression.ts';
import { readScript } from '../../../src/spec/script.ts';

describe('S-expressions', () => {
  test('know where they begin and end, over comments and strings', () => {
    const text = '(a "(;" (; (; nested ;) ) ;) $b) ;; (not this\n("\\"\\41\\u{1F600}")';
    const [first, second] = readNodes(text);
    expect(text.slice(first?.start, first?.end)).toBe('(a "(;" (; (; nested ;) ) ;) $b)');
    const string = second?.kind === 'list' ? second.items[0] : undefined;
    expect(string?.kind === 'string' && Buffer.from(string.bytes).toString()).toBe('"A😀');
  });

  test('may be nested as deeply as anyone likes', () => {
    const depth = 100_000;
    expect(readNodes('('.repeat(depth) + ')'.repeat(depth))).toHaveLength(1);
  });

  test.each([
    ['(a', 0, 'not closed'],
    ['a)', 1, 'too many'],
    ['"abc', 0, 'no end'],
    ['"\\q"', 1, 'no escape'],
    ['x (; y', 2, 'no end'],
  ])('%j is refused at %i', (text, offset, message) => {
    const read = (): unknown => readNodes(text);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ offset }));
  });

  test('of any text are read, or refused with a place in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('(', ')', '"', ';', '\\', 'a', ' ', '\n', '@', '0') }), (text) => {
        try {
          readNodes(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ScriptSyntaxError);
          expect((error as ScriptSyntaxError).offset).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('a script', () => {
  const only = (text: string): unknown => readScript(text)[0];

  test('has commands with their lines', () => {
    const commands = readScript('(module $a)\n\n(@note "x")\n(register "b" $a)\n(invoke $a "f" (i32.const 1))');
    expect(commands.map(({ op, line }) => [op, line])).toEqual([
      ['module', 1],
      ['register', 4],
      ['action', 5],
    ]);
  });

  test.each([
    ['(module $m (func))', { name: '$m', source: { kind: 'text', text: '(module $m (func))' }, instantiate: true }],
    ['(module binary "\\00a" "sm")', { source: { kind: 'binary', bytes: Uint8Array.from(Buffer.from('\0asm')) } }],
    ['(module quote "(func)" " ;;")', { source: { kind: 'quote', text: '(module (func) ;;)' } }],
    ['(module definition $d (func))', { name: '$d', instantiate: false, source: { text: '(module  $d (func))' } }],
    ['(module instance $i $d)', { op: 'instance', name: '$i', of: '$d' }],
    ['(func) (memory 1)', { op: 'module', source: { kind: 'text', text: '(module (func) (memory 1)\n)' } }],
  ])('%s is a module', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  test.each([
    ['(f32.const nan:canonical)', { kind: 'number', type: 'f32', text: 'nan:canonical' }],
    ['(v128.const i32x4 1 2 3 4)', { kind: 'vector', shape: 'i32x4', lanes: ['1', '2', '3', '4'] }],
    ['(ref.null func)', { kind: 'null', heap: 'func' }],
    ['(ref.null)', { kind: 'null' }],
    ['(ref.extern 7)', { kind: 'host', number: 7 }],
    ['(ref.i31)', { kind: 'non-null', heap: 'i31' }],
    ['(either (i32.const 1) (ref.func))', { kind: 'either', options: [{ text: '1' }, { heap: 'func' }] }],
  ])('%s is a result', (result, expected) => {
    expect(only(`(assert_return (invoke "f") ${result})`)).toMatchObject({ results: [expected], text: result });
  });

  test.each([
    ['(assert_trap (invoke "f") "unreachable")', { op: 'assert-trap', message: 'unreachable' }],
    ['(assert_trap (module) "unreachable")', { op: 'assert-module', fault: 'trap' }],
    ['(assert_invalid (module) "type mismatch")', { op: 'assert-module', fault: 'invalid' }],
    ['(assert_malformed (module quote "") "x")', { op: 'assert-module', fault: 'malformed' }],
    ['(assert_unlinkable (module) "unknown import")', { op: 'assert-module', fault: 'unlinkable' }],
    ['(assert_exhaustion (invoke "f") "call stack exhausted")', { op: 'assert-exhaustion' }],
    ['(assert_exception (invoke "f"))', { op: 'assert-exception' }],
    ['(get $a "g")', { op: 'action', action: { kind: 'get', instance: '$a', name: 'g' } }],
    ['(assert_something_new (module))', { op: 'skip' }],
  ])('%s is a command', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  test.each(['(assert_return (f))', '(assert_return (invoke "f" (ref.func)))', '(register)', '(module) x'])(
    '%s is none',
    (text) => {
      expect(() => readScript(text)).toThrow(ScriptSyntaxError);
    },
  );
});
