// Part of the loader: see .ci/split-program. Loads the second part of the program, and calls back with whether it is
// here, as wasm_split_helpers asks for. What fails can be tried again. .ci/short-names.mjs fills in what stands in
// capitals: what the second part takes from the main one, and its name.
async function loadLater(call, data) {
  let isHere = 1;
  try {
    const file = await fetch("./LATER_NAME");
    await WebAssembly.instantiate(await file.arrayBuffer(), { __wasm_split: LATER_IMPORTS });
  } catch {
    isHere = 0;
  }
  wasm.__indirect_function_table.get(call)(data, isHere);
}
