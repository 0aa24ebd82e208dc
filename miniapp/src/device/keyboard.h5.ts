/** A hand scanner types a code within a fraction of this; nobody's fingers do. */
const SCANNER_PAUSE_MS = 300;

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName);

/**
 * Figures from a real keyboard, and its way back; typing into a field is left alone, and so are the
 * figures inside a code that a hand scanner types. The answer stops it.
 */
export function onFigureKeys(pressed: (key: string) => void): () => void {
  let letterMs = Number.NEGATIVE_INFINITY;
  const listen = (key: KeyboardEvent) => {
    if (isTyping(key)) return;
    const inCode = key.timeStamp - letterMs < SCANNER_PAUSE_MS;
    if (inCode || /^[A-Za-z]$/.test(key.key)) letterMs = key.timeStamp;
    else if (/^(?:[0-9]|Backspace)$/.test(key.key)) pressed(key.key);
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/** The shortest code of ours is longer than this. */
const LINE_LENGTH_MIN = 10;

/** Lines from a hand scanner, which types them and presses Enter; typing into a field is left alone. */
export function onScannerLine(scanned: (text: string) => void): () => void {
  let line = '';
  let lastMs = 0;
  const listen = (key: KeyboardEvent) => {
    if (isTyping(key)) return;
    if (key.timeStamp - lastMs > SCANNER_PAUSE_MS) line = '';
    lastMs = key.timeStamp;
    if (key.key.length === 1) line += key.key;
    if (key.key !== 'Enter' || line.length < LINE_LENGTH_MIN) return;
    // The button that has the focus must not take the scanner's Enter for a press.
    key.preventDefault();
    scanned(line);
    line = '';
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
