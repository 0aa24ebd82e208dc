import { inflateRawSync } from 'node:zlib';
import { refuseWorkbook } from './workbook-refusal';
import type { WorkbookRefusal } from './workbook-shape';

/** Limits of a file before anything is unpacked, in bytes and counts. */
export const PACKAGE_LIMITS = {
  packedBytesMax: 50_000_000,
  unpackedBytesMax: 100_000_000,
  entriesMax: 1_000,
  /** A part larger than this may not be packed tighter than the ratio below. */
  ratioCheckedFromBytes: 1_000_000,
  ratioMax: 100,
} as const;

interface Entry {
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

/** The parts of a workbook file, unpacked only when asked for. */
export interface WorkbookPackage {
  readonly has: (name: string) => boolean;
  /** Text of a part; null when it is absent; throws PackageDamaged when it does not unpack as declared. */
  readonly text: (name: string) => string | null;
}

export class PackageDamaged extends Error {}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const COMPOUND_FILE = 0xe011cfd0;

/**
 * Opens the zip container by its directory. The directory is read here, and each part is unpacked with
 * a hard ceiling, because a directory may lie about sizes: what comes out must be exactly what it declared.
 */
export function openPackage(file: Uint8Array): WorkbookPackage | WorkbookRefusal {
  if (file.byteLength === 0) return refuseWorkbook('empty-file');
  if (file.byteLength > PACKAGE_LIMITS.packedBytesMax) return refuseWorkbook('file-too-large');
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length > 8 && bytes.readUInt32LE(0) === COMPOUND_FILE) return refuseCompound(bytes);
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL_HEADER) {
    return refuseWorkbook('not-a-workbook');
  }
  const entries = readDirectory(bytes);
  if (!(entries instanceof Map)) return entries;
  return {
    has: (name) => entries.has(name),
    text: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : unpackText(bytes, entry);
    },
  };
}

/** An old .xls and a workbook with a password share one container; the name of a stream tells them apart. */
function refuseCompound(bytes: Buffer): WorkbookRefusal {
  const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return refuseWorkbook(locked ? 'locked' : 'old-format');
}

function readDirectory(bytes: Buffer): Map<string, Entry> | WorkbookRefusal {
  const endAt = findEnd(bytes);
  if (endAt < 0) return refuseWorkbook('damaged');
  const count = bytes.readUInt16LE(endAt + 10);
  if (count > PACKAGE_LIMITS.entriesMax) return refuseWorkbook('unpacks-too-large');
  return readEntries(bytes, bytes.readUInt32LE(endAt + 16), count);
}

function readEntries(
  bytes: Buffer,
  directoryAt: number,
  count: number,
): Map<string, Entry> | WorkbookRefusal {
  const entries = new Map<string, Entry>();
  let at = directoryAt;
  let unpackedBytes = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      return refuseWorkbook('damaged');
    }
    const { name, entry, locked, length } = readEntry(bytes, at);
    if (locked) return refuseWorkbook('locked');
    if (entries.has(name)) return refuseWorkbook('damaged');
    unpackedBytes += entry.unpackedBytes;
    if (unpackedBytes > PACKAGE_LIMITS.unpackedBytesMax || isBomb(entry)) {
      return refuseWorkbook('unpacks-too-large');
    }
    entries.set(name, entry);
    at += length;
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number) {
  const nameLength = bytes.readUInt16LE(at + 28);
  const entry: Entry = {
    method: bytes.readUInt16LE(at + 10),
    packedBytes: bytes.readUInt32LE(at + 20),
    unpackedBytes: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  return {
    entry,
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
    locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    length: 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function isBomb(entry: Entry): boolean {
  return (
    entry.unpackedBytes > PACKAGE_LIMITS.ratioCheckedFromBytes &&
    entry.unpackedBytes > entry.packedBytes * PACKAGE_LIMITS.ratioMax
  );
}

function unpackText(bytes: Buffer, entry: Entry): string {
  const unpacked = unpack(bytes, entry);
  if (unpacked.length !== entry.unpackedBytes) throw new PackageDamaged('size differs');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  } catch {
    throw new PackageDamaged('not utf-8');
  }
}

function unpack(bytes: Buffer, entry: Entry): Buffer {
  const { headerAt, packedBytes, unpackedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) {
    throw new PackageDamaged('no header');
  }
  const from =
    headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) throw new PackageDamaged('cut short');
  if (method === 0) return packed;
  if (method !== 8) throw new PackageDamaged('unknown packing');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch {
    throw new PackageDamaged('does not unpack');
  }
}
