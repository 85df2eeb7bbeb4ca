// Part of the loader: see .ci/split-program. Loads a later part of the program, once; a try that failed does not count.
// .ci/stamp-worker and .ci/short-names.mjs fill in what stands in capitals: their names, and what each takes from the
// main part.
const parts = [];

// The third part needs the second, and both need what they share.
function loadLater(third) {
  const which = third ? 1 : 0;
  parts[which] = parts[which] || Promise.all(third
    ? [loadLater(), loadPart("./TOOLS_NAME", TOOLS_IMPORTS)]
    : [loadLaterStyles(), loadPart("./SHARED_NAME", SHARED_IMPORTS), loadPart("./LATER_NAME", LATER_IMPORTS)])
    .catch((reason) => {
      parts[which] = undefined;
      throw reason;
    });
  return parts[which];
}

function loadPart(name, imports) {
  return fetch(name)
    .then((file) => file.arrayBuffer())
    .then((bytes) => WebAssembly.instantiate(bytes, { __wasm_split: imports }));
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
