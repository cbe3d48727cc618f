/** The smallest module that needs each proposal, behind the eight bytes that begin every module. */
const probes = {
  'multi-value': '0106016000027f7f030201000a08010600410041000b',
  'mutable-globals': '02080101610162037f01',
  'sign-extension': '01060160017f017f030201000a070105002000c00b',
  'saturating-float-to-int': '01060160017d017f030201000a080106002000fc000b',
  'bulk-memory': '0104016000000302010005030100010a0d010b00410041004100fc0b000b',
  'reference-types': '0404016f0001',
  simd: '0105016000017b030201000a080106004100fd0f0b',
  'relaxed-simd': '01070160027b7b017b030201000a0b01090020002001fd80020b',
  'extended-const': '0609017f00410141026a0b',
  'tail-call': '010401600000030201000a0601040012000b',
  threads: '0105016000017f030201000504010301010a0a0108004100fe1002000b',
  'multi-memory': '05050200010001',
  memory64: '0503010401',
  'function-references': '0109026000006001640000030201010a08010600200014000b',
  gc: '0105015f017f00',
  exceptions: '010401600000030201000a0a0108001f400102000b0b',
  'legacy-exceptions': '010401600000030201000a080106000640190b0b',
} as const;

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A valid module for each proposal that no engine without it accepts. */
export const proposalProbes: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries(probes).map(([name, hex]) => [name, Uint8Array.from([...preamble, ...Buffer.from(hex, 'hex')])]),
);

/** Proposals that the engine at hand has: what it validates it has, its version says less. */
export const engineProposals = (): readonly string[] =>
  [...proposalProbes].flatMap(([name, bytes]) => (WebAssembly.validate(bytes) ? [name] : []));
