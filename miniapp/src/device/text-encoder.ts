/** UTF-8 bytes of a text, in engines that have no encoder of their own. */
export function utf8(text: string): Uint8Array {
  const plain = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** What the code-drawing library expects to find, as far as it uses it. */
export class Utf8Encoder {
  encode(text: string): Uint8Array {
    return utf8(text);
  }
}
