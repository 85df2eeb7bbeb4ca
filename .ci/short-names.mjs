#!/usr/bin/env node
// Makes both parts of the program small, and gives what the program and its loader ask of each other names of one or
// two letters. wasm-bindgen's names are long, end in a hash, which does not compress, and stand in both files: 4 kB of
// the first use. The later parts get names that go by their content, as Trunk has given the others.
// Usage: short-names.mjs LOADER.js PROGRAM.wasm PART.wasm…; in the folder of all, changed in place. Needs wasm-opt.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { orderFunctions } from "./order-functions.mjs";

const [loader, program, ...parts] = process.argv.slice(2);

// Flattening and putting the structure back finds what the usual passes do not: 1 kB more. The lowest kilobyte is the
// far end of the stack in both parts.
const SMALL = ["-Oz", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-producers", "--strip-target-features", "--low-memory-unused"];
// Its warnings, about names of types that are dropped anyway, are shown only when it fails.
const wasmOpt = (options) => execFileSync("wasm-opt", options, { encoding: "utf8", stdio: "pipe" });
const shrink = (file, ...more) => {
  const said = wasmOpt([...SMALL, ...more, file, "-o", file]);
  orderFunctions(file, wasmOpt);
  return said;
};

// Where libraries were compiled is of no use in a browser and costs 0.3 kB; `/cargo` is what .ci/build makes of it. Our
// own files keep their names in the words of a panic.
const cargo = process.env.CARGO_HOME ?? `${homedir()}/.cargo`;
const elsewhere = new RegExp(`(?:${cargo}/registry/src|/cargo|/rustc)/[\\w./+-]*?\\.rs`, "g");
const leaveOutPaths = (file) => {
  // One letter a byte and back, so that nothing else changes.
  const bytes = readFileSync(file, "latin1").replace(elsewhere, (path) => "-".repeat(path.length));
  writeFileSync(file, bytes, "latin1");
};

// The later parts. Only the main one starts with an empty memory.
let text = readFileSync(loader, "utf8");
for (const part of parts) {
  shrink(part);
  leaveOutPaths(part);
  const bytes = readFileSync(part);
  const sum = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const [kind] = part.split(".");
  // What both later parts need is kept as the second one is.
  const name = `${kind === "shared" ? "later" : kind}-${sum}.wasm`;
  renameSync(part, name);
  const needs = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  if (needs.some(({ module }) => module !== "__wasm_split")) {
    console.error(`${part} takes something from elsewhere than the main part: see .ci/short-names.mjs.`);
    process.exit(1);
  }
  const imports = `{ ${needs.map(({ name }) => `"${name}": wasm.${name}`)} }`;
  text = text.replace(`${kind.toUpperCase()}_NAME`, name).replace(`${kind.toUpperCase()}_IMPORTS`, imports);
}

// The main part. It prints what it renamed: [module, name, new name] and [name, new name].
const said = shrink(program, "--zero-filled-memory", "--minify-imports-and-exports-and-modules");
leaveOutPaths(program);
const { imports, exports } = JSON.parse(said.slice(said.indexOf("{")));
const table = new Map([...exports.map(([name, short]) => [`wasm.${name}`, `wasm.${short}`]),
  ...imports.map(([, name, short]) => [`${name}:`, `${short}:`]),
  // The one module has its new name from wasm-opt as well.
  ...imports.map(([module]) => [`"${module}":`, '"a":'])]);
const used = new Set();
const short = text.replace(/wasm\.[\w$]+|\b__\w+:|"\.\/[^"]+":/g, (name) => {
  used.add(name);
  return table.get(name) ?? name;
});

// The loader of the later parts has moved into the one module: see .ci/split-program.
const lost = imports.flatMap(([module, name]) => [`${name}:`, `"${module}":`])
  .filter((name) => !used.has(name) && name !== '"./load-later.js":');
if (lost.length) {
  console.error(`The loader has no ${lost[0]} wasm-bindgen writes in a new way: see .ci/short-names.mjs.`);
  process.exit(1);
}
// The app is started in one way; what only others need then goes. The name that the program has by default would be one of
// Trunk's, which goes by where the libraries lie on this machine.
const DEFAULT = /if \(module_or_path === undefined\) \{\s*module_or_path = new URL\([^;]*;\s*\}/;
if (!DEFAULT.test(short)) {
  console.error("The loader names the program in a new way: see .ci/short-names.mjs.");
  process.exit(1);
}
writeFileSync(loader, short.replace(DEFAULT, "").replace("export { initSync, ", "export { "));
