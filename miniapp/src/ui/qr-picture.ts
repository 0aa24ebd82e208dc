import { create } from 'qrcode/lib/core/qrcode';
import { utf8 } from '@/device/text-encoder';

const QUIET_MODULES = 4;
const SCALE = 6;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

export type Correction = 'L' | 'M' | 'Q' | 'H';

const big = (value: number) => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(bytes: readonly number[]): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

/** zlib without squeezing: a code this small needs one stored block (up to 65,535 bytes). */
function stored(bytes: readonly number[]): number[] {
  const size = bytes.length;
  const head = [0x78, 1, 1, size & 255, size >>> 8, ~size & 255, (~size >>> 8) & 255];
  return [...head, ...bytes, ...big(adler32(bytes))];
}

function chunk(name: string, body: readonly number[]): number[] {
  const named = [...[...name].map((letter) => letter.charCodeAt(0)), ...body];
  return [...big(body.length), ...named, ...big(crc32(named))];
}

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += BASE64.charAt(group >>> 18) + BASE64.charAt((group >>> 12) & 63);
    text += second === undefined ? '=' : BASE64.charAt((group >>> 6) & 63);
    text += third === undefined ? '=' : BASE64.charAt(group & 63);
  }
  return text;
}

type Matrix = ReturnType<typeof create>['modules'];

/** One picture row: a filter byte, then one bit a pixel, 1 is white. */
function pictureRow(modules: Matrix, row: number, widthPx: number): number[] {
  const bytes = new Array<number>(1 + Math.ceil(widthPx / 8)).fill(255);
  bytes[0] = 0;
  if (row < 0 || row >= modules.size) return bytes;
  for (let x = 0; x < widthPx; x += 1) {
    const column = Math.floor(x / SCALE) - QUIET_MODULES;
    if (column < 0 || column >= modules.size || !modules.get(row, column)) continue;
    const at = 1 + (x >> 3);
    bytes[at] = (bytes[at] ?? 255) & ~(128 >> (x & 7));
  }
  return bytes;
}

/**
 * A QR code as a black-on-white PNG data address with its quiet zone, six pixels a module: the same
 * code for WeChat, where a canvas is far away, and for a browser. M unless a seal lies in the middle.
 */
export function qrPicture(text: string, correction: Correction = 'M'): string {
  const segment = ALPHANUMERIC.test(text)
    ? ({ data: text, mode: 'alphanumeric' } as const)
    : ({ data: utf8(text), mode: 'byte' } as const);
  const { modules } = create([segment], { errorCorrectionLevel: correction });
  const widthPx = (modules.size + 2 * QUIET_MODULES) * SCALE;
  const pixels: number[] = [];
  for (let y = 0; y < widthPx; y += 1) {
    pixels.push(...pictureRow(modules, Math.floor(y / SCALE) - QUIET_MODULES, widthPx));
  }
  const bytes = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...big(widthPx), ...big(widthPx), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(pixels)),
    ...chunk('IEND', []),
  ];
  return `data:image/png;base64,${base64(bytes)}`;
}
