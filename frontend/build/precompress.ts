import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

// Writes a .br and a .gz beside each text file. Only once all is written: earlier, the files
// still hold placeholders that Vite replaces last, and the app dies for those who get Brotli.
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    enforce: "post",
    writeBundle(options, bundle) {
      const files = [...Object.keys(bundle), "theme.js", "icon.svg"];
      for (const name of files.filter((file) => /\.(js|css|svg|html)$/.test(file))) {
        const path = join(options.dir ?? "", name);
        const text = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}
