// Puts the functions of a program that are alike next to each other, where brotli makes more of what they share: 2 kB
// of either part. What a program does has nothing to do with the order of its functions.
import { readFileSync, rmSync, writeFileSync } from "node:fs";

// So many numbers of functions take one byte. The functions that are called most keep them.
const SHORT = 120;

// What stable Rust uses. With more, wasm-opt would write imports as only the newest browsers read them.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

// `wasmOpt` runs wasm-opt with these arguments. Without passes, it only writes what it has read, as small as -Oz does.
export const orderFunctions = (file, wasmOpt) => {
  const text = `${file}.wat`;
  const only = [...FEATURES.map((name) => `--enable-${name}`), "--optimize-level=2", "--shrink-level=2"];
  wasmOpt([...only, "-S", file, "-o", text]);
  const [before, functions, behind] = [[], [], []];
  let inside;
  for (const line of readFileSync(text, "utf8").split("\n")) {
    if (line.startsWith(" (func ")) functions.push((inside = [line]));
    else if (inside && (line.startsWith("  ") || line === " )")) inside.push(line);
    else {
      inside = undefined;
      (functions.length ? behind : before).push(line);
    }
  }

  const calls = new Map();
  for (const lines of functions) {
    for (const [, name] of lines.join("\n").matchAll(/call (\$[^\s()]+)/g)) calls.set(name, (calls.get(name) ?? 0) + 1);
  }
  const known = functions.map((lines) => {
    const [, name] = lines[0].match(/\(func (\$[^\s()]+)/);
    const locals = lines.filter((line) => line.startsWith("  (local ")).length;
    return {
      lines,
      calls: calls.get(name) ?? 0,
      // About how many values it holds, then what it takes and gives, then what it does.
      locals: Math.floor(Math.log2(locals + 1)),
      type: lines[0].replace(/\$[^\s()]+/g, "$"),
      body: lines.slice(1 + locals).join("\n").replace(/\$\S+/g, "$"),
    };
  });
  const words = (a, b) => (a < b ? -1 : Number(a > b));
  known.sort((a, b) => b.calls - a.calls);
  const rest = known.splice(SHORT);
  rest.sort((a, b) => a.locals - b.locals || words(a.type, b.type) || words(a.body, b.body));
  const ordered = [...known, ...rest].flatMap(({ lines }) => lines);
  writeFileSync(text, [...before, ...ordered, ...behind].join("\n"));
  wasmOpt([...only, text, "-o", file]);
  rmSync(text);
};
