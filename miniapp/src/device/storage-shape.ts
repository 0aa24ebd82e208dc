/** Text by key, kept by the phone between starts. */
export interface PhoneStorage {
  read(key: string): string | undefined;
  /** False when the phone would not keep it (full, or forbidden). */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  keys(): string[];
}
