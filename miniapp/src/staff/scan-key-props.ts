export interface ScanKeyProps {
  /** 扫居民的码 */
  words: string;
  /** Why it cannot be pressed now. */
  off?: string | undefined;
  onText: (text: string) => void;
}
