/** WeChat's storage: values by key, kept as they would be on disk. */
export type PhoneStorage = {
  sync: Record<string, (...inputs: never[]) => unknown>;
  asynchronous: Record<string, (options: { key: string; data?: unknown }) => unknown>;
  all(): Record<string, unknown>;
};

/** An empty storage with WeChat's names for what can be done. */
export function phoneStorage(): PhoneStorage {
  const kept = new Map<string, string>();
  const read = (key: string): unknown => {
    const text = kept.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };
  const write = (key: string, value: unknown) =>
    void kept.set(key, value === undefined ? '""' : JSON.stringify(value));
  const info = () => ({ keys: [...kept.keys()], currentSize: kept.size, limitSize: 10_240 });
  return {
    sync: {
      getStorageSync: read,
      setStorageSync: write,
      removeStorageSync: (key: string) => void kept.delete(key),
      clearStorageSync: () => kept.clear(),
      getStorageInfoSync: info,
    },
    asynchronous: {
      getStorage: ({ key }) => {
        if (!kept.has(key)) throw new Error('data not found');
        return { data: read(key) };
      },
      setStorage: ({ key, data }) => write(key, data),
      removeStorage: ({ key }) => void kept.delete(key),
      clearStorage: () => kept.clear(),
      getStorageInfo: info,
    },
    all: () => Object.fromEntries([...kept.keys()].map((key) => [key, read(key)])),
  };
}
