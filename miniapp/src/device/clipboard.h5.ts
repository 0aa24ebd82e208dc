/** Puts words where they can be pasted; false where the browser does not allow it. */
export function copyWords(words: string): Promise<boolean> {
  const writing = navigator.clipboard?.writeText(words);
  if (!writing) return Promise.resolve(false);
  return writing.then(
    () => true,
    () => false,
  );
}
