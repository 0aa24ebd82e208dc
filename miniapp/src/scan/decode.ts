type Source = HTMLVideoElement | ImageBitmap;
type Decode = (source: Source) => Promise<string | undefined>;

interface NativeDetector {
  detect(source: Source): Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (options: {
  formats: string[];
}) => NativeDetector) & {
  getSupportedFormats(): Promise<string[]>;
};

/** Wider pictures only cost time: a code that fills a third of this still has five pixels a module. */
const WIDTH_MAX_PX = 960;

async function nativeDecode(): Promise<Decode | undefined> {
  const Detector = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!Detector) return undefined;
  const formats = await Detector.getSupportedFormats();
  if (!formats.includes('qr_code')) return undefined;
  const detector = new Detector({ formats: ['qr_code'] });
  return async (source) => (await detector.detect(source))[0]?.rawValue;
}

const sizeOf = (source: Source) =>
  source instanceof HTMLVideoElement
    ? { width: source.videoWidth, height: source.videoHeight }
    : { width: source.width, height: source.height };

async function scriptDecode(): Promise<Decode> {
  const { default: read } = await import(/* webpackChunkName: "qr-reader" */ 'jsqr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (source) => {
    const { width, height } = sizeOf(source);
    if (!context || width === 0) return undefined;
    const scale = Math.min(1, WIDTH_MAX_PX / width);
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    return read(pixels.data, pixels.width, pixels.height)?.data;
  };
}

let decoder: Promise<Decode> | undefined;

/** The browser's own reader where it has one, else ours, fetched when first needed. */
export function decode(source: Source): Promise<string | undefined> {
  decoder ??= nativeDecode()
    .catch(() => undefined)
    .then((native) => native ?? scriptDecode());
  return decoder.then((read) => read(source));
}
