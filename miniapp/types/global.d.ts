/** Where the API answers: empty on H5 (same origin), an address on weapp. Set at build time. */
declare const API_BASE: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
  }
}

declare module '*.css';
declare module '*.svg' {
  const address: string;
  export default address;
}
declare module '*.png' {
  const address: string;
  export default address;
}

declare module 'qrcode/lib/core/qrcode' {
  interface Segment {
    data: string | Uint8Array;
    mode: 'numeric' | 'alphanumeric' | 'byte';
  }
  interface Made {
    modules: { size: number; get(row: number, column: number): number | boolean };
    version: number;
  }
  export function create(
    segments: Segment[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): Made;
}
