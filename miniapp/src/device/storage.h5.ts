import type { PhoneStorage } from './storage-shape';

/** What the browser keeps. A full or forbidden storage keeps nothing and breaks nothing. */
export const storage: PhoneStorage = {
  read(key) {
    try {
      return localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key, text) {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that forbids storage holds nothing to remove.
    }
  },
  keys() {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  },
};
