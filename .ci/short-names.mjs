#!/usr/bin/env node
// Gives what the program and its loader ask of each other names of one or two letters. wasm-bindgen's
// names are long, end in a hash, which does not compress, and stand in both files: 4 kB of the first use.
// Usage: short-names.mjs LOADER.js PROGRAM.wasm; both are changed in place. Needs wasm-opt.
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";

const [loader, program] = process.argv.slice(2);
// It prints what it renamed: [module, name, new name] and [name, new name].
// Flattening and putting the structure back finds what the usual passes do not: 1 kB more.
const said = execFileSync("wasm-opt", ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--strip-producers", "--strip-target-features", "--low-memory-unused", "--zero-filled-memory",
  "--minify-imports-and-exports-and-modules", program, "-o", `${program}.new`], { encoding: "utf8" });
const { imports, exports } = JSON.parse(said.slice(said.indexOf("{")));

const table = new Map([...exports.map(([name, short]) => [`wasm.${name}`, `wasm.${short}`]),
  ...imports.map(([, name, short]) => [`${name}:`, `${short}:`]),
  // The one module has its new name from wasm-opt as well.
  ...imports.map(([module]) => [`"${module}":`, '"a":'])]);
const used = new Set();
const short = readFileSync(loader, "utf8").replace(/wasm\.[\w$]+|\b__\w+:|"\.\/[^"]+":/g, (name) => {
  used.add(name);
  return table.get(name) ?? name;
});

const lost = imports.flatMap(([module, name]) => [`${name}:`, `"${module}":`]).filter((name) => !used.has(name));
if (lost.length) {
  console.error(`The loader has no ${lost[0]} wasm-bindgen writes in a new way: see .ci/short-names.mjs.`);
  process.exit(1);
}
// The app is started in one way; what only the other one needs then goes.
writeFileSync(loader, short.replace("export { initSync, ", "export { "));
// Where libraries were compiled is of no use in a browser, differs between machines, and costs 0.3 kB. Our own files
// keep their names in the words of a panic.
const cargo = process.env.CARGO_HOME ?? `${homedir()}/.cargo`;
const elsewhere = new RegExp(`(?:${cargo}/registry/src|/rustc)/[\\w./+-]*?\\.rs`, "g");
// One letter a byte and back, so that nothing else changes.
const bytes = readFileSync(`${program}.new`, "latin1").replace(elsewhere, (path) => "-".repeat(path.length));
writeFileSync(`${program}.new`, bytes, "latin1");
renameSync(`${program}.new`, program);
