import initialise from 'wabt';

const wabt = await initialise();

const everything = {
  exceptions: true,
  mutable_globals: true,
  sat_float_to_int: true,
  sign_extension: true,
  simd: true,
  threads: true,
  multi_value: true,
  tail_call: true,
  bulk_memory: true,
  reference_types: true,
  extended_const: true,
  relaxed_simd: true,
};

/** Bytes of a text with every proposal that wabt knows, memory64 and multi-memory aside. Not validated. */
export const wat = (text: string): Uint8Array => {
  const module = wabt.parseWat('test.wat', text, everything);
  try {
    return module.toBinary({ write_debug_names: true }).buffer.slice();
  } finally {
    module.destroy();
  }
};
