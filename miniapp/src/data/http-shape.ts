export interface HttpRequest {
  method: 'GET' | 'POST';
  /** With host on weapp, without on H5. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  timeoutMs: number;
  signal: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'> | undefined;
}

export interface HttpAnswer {
  status: number;
  text: string;
}

/** Sends once. Throws `UnknownOutcome` when no answer came; any answer, also a 500, is returned. */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;
