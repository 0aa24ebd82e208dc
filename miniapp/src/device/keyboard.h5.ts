/** Figures from a real keyboard, and its way back; typing into a field is left alone. The answer stops it. */
export function onFigureKeys(pressed: (key: string) => void): () => void {
  const listen = (key: KeyboardEvent) => {
    const typing =
      key.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(key.target.tagName);
    if (!typing && /^(?:[0-9]|Backspace)$/.test(key.key)) pressed(key.key);
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
