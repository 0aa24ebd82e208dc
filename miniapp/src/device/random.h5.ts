/** Unguessable bytes from the browser. */
export const randomBytes = (count: number): Promise<Uint8Array> =>
  Promise.resolve(crypto.getRandomValues(new Uint8Array(count)));
