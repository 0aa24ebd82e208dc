/** Words as a file among the browser's downloads. */
export function takeText(name: string, text: string): Promise<'saved' | 'copied' | 'failed'> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the bytes once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return Promise.resolve('saved');
}
