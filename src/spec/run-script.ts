import type { Outcome } from '../contract/outcome.ts';
import { showValue } from '../contract/value.ts';
import { act } from './actions.ts';
import { trapCodeOf } from './constants.ts';
import { faceOf, type ModuleFace } from './exports.ts';
import { createHelpers } from './helpers.ts';
import { type Assemble, createHostSide, type HostSide, type HostSideOptions, showOutcome } from './host-side.ts';
import {
  absentInstance,
  createNames,
  type Definition,
  type Instance,
  instanceNamed,
  nameInstance,
  sandboxOf,
} from './instances.ts';
import type { CommandResult } from './results.ts';
import type { Command, ModuleSource } from './script.ts';
import { HostLost, NotRun, skipped, unsupported } from './stops.ts';

export interface ScriptOptions extends HostSideOptions {
  readonly assemble: Assemble;
}

/** What became of the command at a line. */
export interface LineResult {
  readonly line: number;
  readonly result: CommandResult;
}

const passed: CommandResult = { kind: 'passed' };
const failed = (message: string): CommandResult => ({ kind: 'failed', message });

const what = (outcome: Outcome): string =>
  outcome.kind === 'returned' ? `it returned (${outcome.values.map(showValue).join(', ')})` : showOutcome(outcome);

const judge = (isRight: boolean, expected: string, outcome: Outcome): CommandResult =>
  isRight ? passed : failed(`expected ${expected}, but ${what(outcome)}`);

/** Whether an outcome is the trap that a script's message means. A code of the engine's own says no less than none. */
const isTrap = (outcome: Outcome, message: string, host: HostSide): boolean => {
  if (outcome.kind !== 'trapped') {
    return false;
  }
  const code = trapCodeOf(message);
  return (
    code === undefined || outcome.code === code || outcome.code.startsWith('x-') || host.merges(code, outcome.code)
  );
};

const isEarly = (outcome: Outcome): boolean =>
  outcome.kind === 'rejected' && (outcome.phase === 'decode' || outcome.phase === 'validate');

const noFace: ModuleFace = { exports: new Map(), importModules: [] };

/** Text of a module to bytes. */
const bytesOf = async (source: ModuleSource, assemble: Assemble): Promise<Uint8Array> => {
  if (source.kind === 'binary') {
    return source.bytes;
  }
  try {
    return await assemble(source.text);
  } catch (error) {
    throw new NotRun(skipped('text that the assembler does not read').result, { cause: error });
  }
};

/** Runs the commands of one script on a host, one after the other. Never throws for what a host or a script does. */
export const runScript = async (
  commands: readonly Command[],
  script: string,
  options: ScriptOptions,
): Promise<readonly LineResult[]> => {
  const { assemble } = options;
  const host = createHostSide(options);
  const helpers = createHelpers(host, assemble, script);
  const names = createNames();
  const setting = { commands, names, host, helpers };

  /** The sandboxes that a module's imports lead to; what leads nowhere is left to the host to refuse. */
  const linksOf = async ({ importModules }: ModuleFace): Promise<Record<string, unknown>> => {
    const links: Record<string, unknown> = Object.create(null);
    for (const name of importModules) {
      const target = names.registered.get(name) ?? (name === 'spectest' ? await helpers.spectest() : undefined);
      if (target !== undefined) {
        links[name] = sandboxOf(target);
      }
    }
    return links;
  };

  const makeInstance = async (
    definition: Definition,
    name: string | undefined,
    line: number,
  ): Promise<CommandResult> => {
    const face = faceOf(definition.bytes);
    const made = await linksOf(face)
      .then((links) => host.instantiate(definition.module, links))
      .catch((error: unknown) => {
        if (error instanceof NotRun) {
          return { result: error.result };
        }
        throw error;
      });
    if ('sandbox' in made) {
      nameInstance(names, { kind: 'made', sandbox: made.sandbox, face }, name);
      return passed;
    }
    const result = 'result' in made ? made.result : host.refusalOf(definition.bytes, made.outcome);
    nameInstance(names, absentInstance(face, result, line), name);
    return result;
  };

  const defineModule = async (
    command: Extract<Command, { op: 'module' }>,
  ): Promise<{ readonly definition: Definition } | { readonly absent: Instance; readonly result: CommandResult }> => {
    try {
      const bytes = await bytesOf(command.source, assemble);
      const loaded = await host.load(bytes);
      if ('module' in loaded) {
        return { definition: { bytes, module: loaded.module } };
      }
      const result = host.refusalOf(bytes, loaded.outcome);
      return { result, absent: absentInstance(faceOf(bytes), result, command.line) };
    } catch (error) {
      if (!(error instanceof NotRun)) {
        throw error;
      }
      const { result } = error;
      return { result, absent: absentInstance(noFace, result, command.line) };
    }
  };

  const runModule = async (command: Extract<Command, { op: 'module' }>): Promise<CommandResult> => {
    const defined = await defineModule(command);
    if ('absent' in defined) {
      nameInstance(names, defined.absent, command.name);
      return defined.result;
    }
    names.latestDefinition = defined.definition;
    if (command.name !== undefined) {
      names.definitions.set(command.name, defined.definition);
    }
    return command.instantiate ? makeInstance(defined.definition, command.name, command.line) : passed;
  };

  const runInstance = async (command: Extract<Command, { op: 'instance' }>): Promise<CommandResult> => {
    const { name, of, line } = command;
    const definition = of === undefined ? names.latestDefinition : names.definitions.get(of);
    if (definition !== undefined) {
      return makeInstance(definition, name, line);
    }
    const result: CommandResult = { kind: 'skipped', reason: 'a module that could not be loaded' };
    nameInstance(names, absentInstance(noFace, result, line), name);
    return result;
  };

  const register = ({ as, instance: name }: Extract<Command, { op: 'register' }>): CommandResult => {
    const instance = instanceNamed(names, name);
    names.registered.set(as, instance);
    return instance.kind === 'absent' ? instance.because : passed;
  };

  /** What becomes of a module that must not be made. */
  const outcomeOf = async (bytes: Uint8Array): Promise<Outcome> => {
    const loaded = await host.load(bytes);
    const made = 'outcome' in loaded ? loaded : await host.instantiate(loaded.module, await linksOf(faceOf(bytes)));
    if ('sandbox' in made) {
      throw new NotRun(failed('the module was made'));
    }
    if (made.outcome.kind === 'unsupported') {
      throw unsupported(made.outcome.feature);
    }
    return made.outcome;
  };

  const assertModule = async (command: Extract<Command, { op: 'assert-module' }>): Promise<CommandResult> => {
    const { fault, source, message } = command;
    if (source.kind === 'quote') {
      return { kind: 'skipped', reason: 'about the text format' };
    }
    const bytes = await bytesOf(source, assemble);
    const outcome = await outcomeOf(bytes);
    if (fault === 'invalid' || fault === 'malformed') {
      return judge(isEarly(outcome), `the module to be rejected (${message})`, outcome);
    }
    if (isEarly(outcome)) {
      return host.refusalOf(bytes, outcome);
    }
    return fault === 'unlinkable'
      ? judge(outcome.kind === 'rejected', `the module to be rejected at link (${message})`, outcome)
      : judge(isTrap(outcome, message, host), `a trap (${message})`, outcome);
  };

  const runCommand = async (command: Command, index: number): Promise<CommandResult> => {
    switch (command.op) {
      case 'module':
        return runModule(command);
      case 'instance':
        return runInstance(command);
      case 'register':
        return register(command);
      case 'action': {
        const { outcome } = await act(command, index, setting);
        return judge(outcome.kind === 'returned', 'it to return', outcome);
      }
      case 'assert-return': {
        const { outcome, matched } = await act(command, index, setting);
        return judge(matched, command.text, outcome);
      }
      case 'assert-trap': {
        const { outcome } = await act(command, index, setting);
        return judge(isTrap(outcome, command.message, host), `a trap (${command.message})`, outcome);
      }
      case 'assert-exhaustion': {
        const { outcome } = await act(command, index, setting);
        return judge(outcome.kind === 'limit' && outcome.resource === 'stack', 'the stack to be exhausted', outcome);
      }
      case 'assert-exception': {
        const { outcome } = await act(command, index, setting);
        return judge(outcome.kind === 'threw', 'an exception', outcome);
      }
      case 'assert-module':
        return assertModule(command);
      case 'skip':
        return { kind: 'skipped', reason: command.reason };
    }
  };

  const results: LineResult[] = [];
  let lostAt: number | undefined;
  /** Something that might have changed a state was not done: what comes after may differ for that. */
  let isAmiss = false;
  const resultFor = async (command: Command, index: number): Promise<CommandResult> => {
    if (lostAt !== undefined) {
      return { kind: 'skipped', reason: `the host was lost at line ${lostAt}` };
    }
    try {
      return await runCommand(command, index);
    } catch (error) {
      if (error instanceof NotRun) {
        return error.result;
      }
      if (error instanceof HostLost) {
        lostAt = command.line;
        return failed(`the host was lost: ${error.message}`);
      }
      throw error;
    }
  };
  for (const [index, command] of commands.entries()) {
    const result = await resultFor(command, index);
    const isAction = 'action' in command;
    const isExcused = isAction && isAmiss && result.kind === 'failed' && lostAt === undefined;
    results.push({
      line: command.line,
      result: isExcused
        ? { kind: 'skipped', reason: 'after something that was not run, it came out otherwise' }
        : result,
    });
    isAmiss ||= (isAction || command.op === 'module') && (result.kind === 'unsupported' || result.kind === 'skipped');
  }
  if (lostAt === undefined) {
    await host.clear().catch((error: unknown) => {
      if (!(error instanceof HostLost)) {
        throw error;
      }
    });
  }
  return results;
};
