#!/usr/bin/env node
// Writes what .ci/icons.html draws as indexed PNG files, into the folder it is run in: packed harder than a browser can.
import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const be = (number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  return [be(data.length), body, be(crc32(body))];
};

for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const [name, size, ...parts] = line.split(" ");
  const [palette, rows] = parts.map((part) => Buffer.from(part, "base64"));
  const png = Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    ...chunk("IHDR", Buffer.concat([be(size), be(size), Buffer.from([8, 3, 0, 0, 0])])),
    ...chunk("PLTE", palette),
    ...chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    ...chunk("IEND", Buffer.alloc(0)),
  ]);
  writeFileSync(name, png);
  console.log(`${name}: ${png.length} bytes`);
}
