// Part of the loader: see .ci/split-program. Loads the second part of the program and its styles, once; a try that
// failed does not count. .ci/stamp-worker and .ci/short-names.mjs fill in what stands in capitals: their names, and what
// the part takes from the main one.
let later;

function loadLater() {
  later = later || Promise.all([loadLaterStyles(), fetch("./LATER_NAME")
    .then((file) => file.arrayBuffer())
    .then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: LATER_IMPORTS }))])
    .catch((reason) => {
      later = undefined;
      throw reason;
    });
  return later;
}

function loadLaterStyles() {
  return new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "./LATER_STYLES";
    link.onload = done;
    link.onerror = () => {
      link.remove();
      failed(link.href);
    };
    document.head.append(link);
  });
}
