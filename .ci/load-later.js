// Part of the loader: see .ci/split-program. Loads the second part of the program, once; a try that failed does not count.
// .ci/short-names.mjs fills in what stands in capitals: its name, and what it takes from the main part.
let later;

function loadLater() {
  later = later || fetch("./LATER_NAME")
    .then((file) => file.arrayBuffer())
    .then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: LATER_IMPORTS }))
    .catch((reason) => {
      later = undefined;
      throw reason;
    });
  return later;
}
