/** A browser can choose a file from the clerk's disk. */
export const CHOOSES_FILES = true;
