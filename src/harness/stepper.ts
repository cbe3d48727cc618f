import { setTimeout as delay } from 'node:timers/promises';
import type {
  CallStep,
  CancelStep,
  DropStep,
  Fixture,
  InspectStep,
  InstantiateStep,
  LoadStep,
  RegrantStep,
  SingleStep,
} from '../contract/fixture.ts';
import type { Answer, HostSession } from '../contract/host.ts';
import type { Output, ReplyOf, RequestOf, Usage } from '../contract/messages.ts';
import type { Mechanism } from '../contract/plan.ts';
import type { StepAnswer } from '../contract/record.ts';
import { isWireValue, type WireValue } from '../contract/value.ts';
import type { PreparedModule } from '../fixtures/module-store.ts';
import { killAfter, type Patience } from './deadlines.ts';
import type { FuelRate } from './fuel-rate.ts';
import { callRequest, instantiateRequest, loadRequest, toWireLimits, withCpuBudget } from './requests.ts';

/** What running the steps of a fixture needs. */
export interface StepperInput {
  readonly session: HostSession;
  readonly fixture: Fixture;
  readonly mechanism?: Mechanism;
  readonly modules: ReadonlyMap<string, PreparedModule>;
  readonly rate?: FuelRate;
  readonly patience: Patience;
  /** Folder of the run for modules that are sent by path. */
  readonly scratch: string;
}

export interface StepResult {
  readonly answer: StepAnswer;
  readonly elapsedMs: number;
  /** Wall time that the request allowed the guest, where it did. */
  readonly limitMs?: number;
}

/** Runs steps and keeps what they made. */
export interface Stepper {
  run(step: SingleStep, onStarted?: () => void): Promise<StepResult>;
  /**
   * Drops what no step dropped; the answer that ended the host, where one did.
   *
   * @param atOnce - requests under way at the same time.
   */
  dropAll(atOnce: number): Promise<StepAnswer | undefined>;
}

/** Whether an answer means that there is no host to go on with. */
export const isFatal = (answer: StepAnswer): boolean =>
  answer.kind === 'host-hang' ||
  answer.kind === 'host-crash' ||
  answer.kind === 'protocol-error' ||
  answer.kind === 'escape';

/** A module as the host has it: a handle, or the answer that loading ended with, which is every instantiation's too. */
type Loaded =
  | { readonly kind: 'module'; readonly handle: unknown }
  | { readonly kind: 'refused'; readonly answer: StepAnswer };

interface Sandbox {
  readonly handle: unknown;
  readonly module: string;
  /** Deadline of its calls where they bring none of their own. */
  readonly wallMs: number | undefined;
}

type StepReply = ReplyOf<'load'> | ReplyOf<'instantiate'> | ReplyOf<'call'> | ReplyOf<'inspect'> | ReplyOf<'drop'>;

const details = (reply: StepReply): { usage?: Usage; output?: Output } => ({
  ...('usage' in reply && reply.usage !== undefined ? { usage: reply.usage } : {}),
  ...('output' in reply && reply.output !== undefined ? { output: reply.output } : {}),
});

/** The answer of a reply: its outcome, or that what was asked for is done. */
const answerOf = (answer: Answer<StepReply>, isDone: (reply: StepReply) => boolean = () => true): StepAnswer => {
  if (answer.kind !== 'reply') {
    return answer;
  }
  const { reply } = answer;
  if (reply.outcome !== undefined) {
    return { kind: 'outcome', outcome: reply.outcome, ...details(reply) };
  }
  return isDone(reply)
    ? { kind: 'done', ...details(reply) }
    : { kind: 'protocol-error', detail: 'a reply with neither what was asked for nor an outcome' };
};

const skip = (reason: string): StepResult => ({ answer: { kind: 'skipped', reason }, elapsedMs: 0 });

export const createStepper = (input: StepperInput): Stepper => {
  const { session, fixture } = input;
  const { description } = session;
  const modules = new Map<string, Loaded>();
  const sandboxes = new Map<string, Sandbox>();
  const droppedSandboxes = new Set<string>();
  const droppedModules = new Set<string>();
  const saved = new Map<string, WireValue>();
  const groups = new Set<string>();

  type Sent = 'load' | 'instantiate' | 'call' | 'drop' | 'cancel' | 'inspect' | 'regrant';
  const send = async <K extends Sent>(
    request: RequestOf<K>,
    limitMs: number | undefined,
    onStarted?: () => void,
  ): Promise<{ answer: Answer<ReplyOf<K>>; elapsedMs: number }> => {
    const begun = performance.now();
    const answer = await session.send<K>(request, {
      deadlineMs: killAfter(limitMs, description, input.patience),
      ...(onStarted === undefined ? {} : { onStarted }),
    });
    return { answer, elapsedMs: performance.now() - begun };
  };

  const preparedModule = (name: string): PreparedModule => {
    const module = input.modules.get(name);
    if (module === undefined) {
      throw new Error(`module '${name}' of ${fixture.id} was not prepared`);
    }
    return module;
  };

  const load = async (step: LoadStep, onStarted?: () => void): Promise<StepResult> => {
    const request = loadRequest(step, preparedModule(step.module), input.scratch);
    const { answer: sent, elapsedMs } = await send<'load'>(request, step.limits.compileMs, onStarted);
    const handle = sent.kind === 'reply' ? sent.reply.module : undefined;
    const answer = answerOf(sent, () => handle !== undefined);
    modules.set(step.module, answer.kind === 'done' ? { kind: 'module', handle } : { kind: 'refused', answer });
    droppedModules.delete(step.module);
    return { answer, elapsedMs, ...(step.limits.compileMs === undefined ? {} : { limitMs: step.limits.compileMs }) };
  };

  const instantiate = async (step: InstantiateStep, onStarted?: () => void): Promise<StepResult> => {
    const module = modules.get(step.module);
    if (module === undefined || module.kind === 'refused') {
      // Compilation may happen in `load` or here; either way it is this step that states what must come of it.
      return module === undefined ? skip(`'${step.module}' was not loaded`) : { answer: module.answer, elapsedMs: 0 };
    }
    const links: Record<string, unknown> = {};
    for (const [name, target] of Object.entries(step.link)) {
      const linked = sandboxes.get(target);
      if (linked === undefined) {
        return skip(`there is no sandbox '${target}' to link`);
      }
      links[name] = linked.handle;
    }
    const isLater = step.group !== undefined && groups.has(step.group);
    if (step.group !== undefined) {
      groups.add(step.group);
    }
    const limits = toWireLimits(withCpuBudget(step, fixture.cpu, input.mechanism, isLater, description), input.rate);
    const request = instantiateRequest(step, module.handle, limits, links);
    const { answer: sent, elapsedMs } = await send<'instantiate'>(request, limits.wallMs, onStarted);
    const handle = sent.kind === 'reply' ? sent.reply.sandbox : undefined;
    const answer = answerOf(sent, () => handle !== undefined);
    if (answer.kind === 'done') {
      sandboxes.set(step.as, { handle, module: step.module, wallMs: limits.wallMs });
      droppedSandboxes.delete(step.as);
    }
    return { answer, elapsedMs, ...(limits.wallMs === undefined ? {} : { limitMs: limits.wallMs }) };
  };

  const argumentsOf = (step: CallStep): WireValue[] | undefined => {
    const args = step.args.map((argument) => ('saved' in argument ? saved.get(argument.saved) : argument));
    return args.every((argument) => argument !== undefined) ? (args as WireValue[]) : undefined;
  };

  const call = async (step: CallStep, onStarted?: () => void): Promise<StepResult> => {
    const sandbox = sandboxes.get(step.on);
    const args = argumentsOf(step);
    if (sandbox === undefined || args === undefined) {
      return skip(sandbox === undefined ? `there is no sandbox '${step.on}'` : 'a saved reference is missing');
    }
    const limits = toWireLimits(step.limits, input.rate);
    const limitMs = limits.wallMs ?? sandbox.wallMs;
    const request = callRequest(step, sandbox.handle, args, preparedModule(sandbox.module), limits);
    const { answer: sent, elapsedMs } = await send<'call'>(request, limitMs, onStarted);
    const answer = answerOf(sent);
    if (step.save !== undefined && answer.kind === 'outcome' && answer.outcome.kind === 'returned') {
      const [value] = answer.outcome.values;
      if (isWireValue(value)) {
        saved.set(step.save, value);
      }
    }
    return { answer, elapsedMs, ...(limitMs === undefined ? {} : { limitMs }) };
  };

  const withSandbox = async (
    name: string,
    ask: (handle: unknown) => Promise<{ answer: Answer<StepReply>; elapsedMs: number }>,
  ): Promise<StepResult> => {
    const sandbox = sandboxes.get(name);
    if (sandbox === undefined) {
      return skip(`there is no sandbox '${name}'`);
    }
    const { answer, elapsedMs } = await ask(sandbox.handle);
    return { answer: answerOf(answer), elapsedMs };
  };

  const drop = async (step: DropStep): Promise<StepResult> => {
    if (step.what === 'sandbox') {
      droppedSandboxes.add(step.name);
      return withSandbox(step.name, (sandbox) => send<'drop'>({ op: 'drop', sandbox }, undefined));
    }
    const module = modules.get(step.name);
    if (module?.kind !== 'module') {
      return skip(`there is no module '${step.name}'`);
    }
    droppedModules.add(step.name);
    const { answer, elapsedMs } = await send<'drop'>({ op: 'drop', module: module.handle }, undefined);
    return { answer: answerOf(answer), elapsedMs };
  };

  const cancel = ({ on }: CancelStep): Promise<StepResult> =>
    withSandbox(on, (sandbox) => send<'cancel'>({ op: 'cancel', sandbox }, undefined));
  const inspect = ({ on }: InspectStep): Promise<StepResult> =>
    withSandbox(on, (sandbox) => send<'inspect'>({ op: 'inspect', sandbox }, undefined));
  const regrant = ({ on, add, remove }: RegrantStep): Promise<StepResult> =>
    withSandbox(on, (sandbox) =>
      send<'regrant'>({ op: 'regrant', sandbox, add: [...add], remove: [...remove] }, undefined),
    );

  const run = async (step: SingleStep, onStarted?: () => void): Promise<StepResult> => {
    switch (step.op) {
      case 'load':
        return load(step, onStarted);
      case 'instantiate':
        return instantiate(step, onStarted);
      case 'call':
        return call(step, onStarted);
      case 'drop':
        return drop(step);
      case 'cancel':
        return cancel(step);
      case 'inspect':
        return inspect(step);
      case 'regrant':
        return regrant(step);
      case 'wait':
        await delay(step.milliseconds);
        return { answer: { kind: 'done' }, elapsedMs: step.milliseconds };
    }
  };

  const dropAll = async (atOnce: number): Promise<StepAnswer | undefined> => {
    const requests: RequestOf<'drop'>[] = [
      ...[...sandboxes].flatMap(([name, { handle }]) =>
        droppedSandboxes.has(name) ? [] : [{ op: 'drop' as const, sandbox: handle }],
      ),
      ...[...modules].flatMap(([name, module]) =>
        droppedModules.has(name) || module.kind === 'refused' ? [] : [{ op: 'drop' as const, module: module.handle }],
      ),
    ];
    sandboxes.clear();
    modules.clear();
    droppedSandboxes.clear();
    droppedModules.clear();
    saved.clear();
    groups.clear();
    for (let next = 0; next < requests.length; next += atOnce) {
      const some = requests.slice(next, next + atOnce);
      const answers = await Promise.all(some.map((request) => send<'drop'>(request, undefined)));
      for (const { answer } of answers) {
        if (answer.kind !== 'reply') {
          return answer;
        }
      }
    }
    return undefined;
  };

  return { run, dropAll };
};
