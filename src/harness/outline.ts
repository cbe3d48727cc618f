import type { Fixture, SingleStep, StepLimits } from '../contract/fixture.ts';
import { showValue } from '../contract/value.ts';
import { describeExpectation } from './match.ts';

const showLimits = (limits: StepLimits): string => {
  const parts = Object.entries(limits).map(([field, value]) => {
    if (typeof value === 'object' && value !== null) {
      return `${field} ${'exact' in value ? value.exact : `for ${value.iterations} iterations`}`;
    }
    return `${field} ${String(value)}`;
  });
  return parts.length === 0 ? '' : ` [${parts.join(', ')}]`;
};

/** A step in one line. */
export const showStep = (step: SingleStep): string => {
  switch (step.op) {
    case 'load':
      return `load ${step.module}${showLimits(step.limits)}`;
    case 'instantiate': {
      const grants = step.grants.map(({ capability, scope }) => `${capability}:${scope}`);
      const links = Object.entries(step.link).map(([name, target]) => `${name} from ${target}`);
      return [
        `instantiate ${step.module}${step.as === step.module ? '' : ` as ${step.as}`}${showLimits(step.limits)}`,
        ...(step.group === undefined ? [] : [`in group ${step.group}`]),
        ...(grants.length === 0 ? [] : [`granted ${grants.join(', ')}`]),
        ...(links.length === 0 ? [] : [`linked to ${links.join(', ')}`]),
      ].join(', ');
    }
    case 'call': {
      const args = step.args.map((argument) => ('saved' in argument ? `@${argument.saved}` : showValue(argument)));
      const times = step.repeat > 1 ? `, ${step.repeat} times` : '';
      return `call ${step.on === 'main' ? '' : `${step.on}.`}${step.export}(${args.join(', ')})${showLimits(step.limits)}${times}`;
    }
    case 'drop':
      return `drop ${step.what} ${step.name}`;
    case 'cancel':
      return `cancel ${step.on}`;
    case 'inspect':
      return `inspect ${step.on}`;
    case 'regrant':
      return `regrant ${step.on}: ${[
        ...step.add.map(({ capability, scope }) => `add ${capability}:${scope}`),
        ...step.remove.map(({ capability, scope }) => `remove ${capability}:${scope}`),
      ].join(', ')}`;
    case 'wait':
      return `wait ${step.milliseconds} ms`;
  }
};

const showLine = (step: SingleStep, indent: string): string =>
  step.op === 'wait' || step.line === 0
    ? `${indent}${showStep(step)}`
    : `${indent}${showStep(step)}\n${indent}    must come to: ${describeExpectation(step.expect)}`;

/** A fixture's steps and expectations, a few lines for each, for people. */
export const showOutline = (fixture: Fixture): readonly string[] => [
  ...(fixture.cpu === undefined
    ? []
    : [`  once with fuel for ${fixture.cpu.iterations} iterations, once with ${fixture.cpu.milliseconds} ms`]),
  ...(fixture.repeat === undefined ? [] : [`  all of it ${fixture.repeat.times} times`]),
  ...fixture.steps.flatMap((step) =>
    step.op === 'parallel'
      ? ['  at the same time:', ...step.steps.map((inner) => showLine(inner, '    '))]
      : [showLine(step, '  ')],
  ),
];
