import { describe, expect, test } from 'vitest';
import { alteredHost, cli, freshFolder } from '../../support/cli.ts';

describe('doctor', () => {
  test('finds nothing in the reference', async () => {
    const { code, stdout, stderr } = await cli(['doctor']);
    expect(stdout).toContain('the driver keeps to the protocol');
    expect(stdout).not.toMatch(/^[✗!]/m);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('tells a chatty driver that it is one, which breaks nothing', async () => {
    const { code, stdout } = await cli(['doctor', '--host', alteredHost('--chatty')]);
    expect(stdout).toMatch(/^! framing and notices\n {4}should {2}\d+ bytes on stdout belong to no message/m);
    expect(code).toBe(0);
  });

  test('--json says the same to programs', async () => {
    const { stdout } = await cli(['doctor', '--json', '--host', alteredHost('--chatty')]);
    const { healthy, checks } = JSON.parse(stdout);
    expect(healthy).toBe(true);
    expect(checks).toContainEqual(
      expect.objectContaining({ findings: [expect.objectContaining({ level: 'should' })] }),
    );
  });

  test('exits 2 where the driver never says hello, with what it said instead', async () => {
    const host = `node --eval 'console.error("no configuration")'`;
    const { code, stdout, stderr } = await cli(['doctor', '--host', host], { cwd: freshFolder() });
    expect(stderr).toContain('the driver never said hello properly');
    expect(stderr).toContain('no configuration');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
