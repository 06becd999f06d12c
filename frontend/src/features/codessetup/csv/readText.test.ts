import { expect, test } from "vitest";
import { readText } from "./readText";

test("UTF-8 is read, with and without its mark, and nothing else", async () => {
  expect(await readText(new Blob(["Code\r\nÉ"]))).toBe("Code\r\nÉ");
  expect(await readText(new Blob([new Uint8Array([0xef, 0xbb, 0xbf, 0x41])]))).toBe("A");
  expect(await readText(new Blob([new Uint8Array([0x41, 0xe9, 0x42])]))).toBeUndefined();
});
