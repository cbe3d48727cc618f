import pc from 'picocolors';
import { exitCodes, KitError } from '../../contract/errors.ts';
import type { StartOptions } from '../../contract/host.ts';
import { type Examined, examine } from '../../harness/doctor/examine.ts';
import { findHost } from '../../hosts/discover.ts';
import { printable, printableJson } from '../../support/printable.ts';
import type { DoctorArguments } from '../commands/doctor.ts';
import { exitWhenInterrupted } from '../interrupt.ts';
import { wantsColor } from '../output.ts';
import { helloDeadlineMs } from '../perform-run.ts';
import { print } from '../print.ts';
import { createScratch } from '../scratch.ts';

const show = ({ name, findings }: Examined, colors: ReturnType<typeof pc.createColors>): void => {
  const isBad = findings.some(({ level }) => level === 'must');
  const mark = findings.length === 0 ? colors.green('✓') : isBad ? colors.red('✗') : colors.yellow('!');
  print(`${mark} ${name}`);
  for (const { level, message } of findings) {
    print(`    ${level === 'must' ? colors.red('must') : colors.yellow('should')}  ${printable(message)}`);
  }
};

/** Examines a driver. Exit code 1 where it breaks the protocol, 2 where it never says hello. */
export const handleDoctor = async (args: DoctorArguments): Promise<void> => {
  const colors = pc.createColors(wantsColor(process.stdout.isTTY === true, process.env));
  const connector = findHost(args.host);
  exitWhenInterrupted();
  const scratch = createScratch();
  const options: StartOptions = {
    scratch: scratch.folder,
    canaryToken: 'sandproof-doctor',
    secrets: [],
    helloDeadlineMs,
    residentCeiling: 4 * 2 ** 30,
  };
  try {
    const started = await connector.start(options);
    if (started.kind === 'failed') {
      throw new KitError('host-start', `the driver never said hello properly: ${started.reason}`, {
        hint:
          started.stderr.trim() === ''
            ? 'the first reply answers `hello`; see docs/protocol.md'
            : `stderr: ${started.stderr.trim().slice(-500)}`,
      });
    }
    const { host, profiles } = started.session.description;
    await started.session.close();
    if (!args.json) {
      print(
        colors.bold(
          `${printable(host.name)} ${printable(host.version)} claims ${profiles.map(printable).join(', ') || 'nothing'}`,
        ),
      );
    }
    const examined = await examine(connector, options, (each) => {
      if (!args.json) {
        show(each, colors);
      }
    });
    const isSick = examined.some(({ findings }) => findings.some(({ level }) => level === 'must'));
    if (args.json) {
      print(printableJson({ host, healthy: !isSick, checks: examined }));
    } else {
      print(isSick ? colors.red('the driver breaks the protocol') : colors.green('the driver keeps to the protocol'));
    }
    process.exitCode = isSick ? exitCodes.failed : exitCodes.ok;
  } finally {
    scratch.remove();
  }
};
