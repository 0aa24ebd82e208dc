import type { FileToSave } from './save-file-shape';

/** Long enough for the browser to take the bytes over. */
const KEPT_MS = 60_000;

/** Hands a file to the browser, which keeps it among its downloads. */
export function saveFile({ name, base64, type }: FileToSave): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return Promise.resolve(true);
}
