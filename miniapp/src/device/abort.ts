type Listener = () => void;

class AbortSignalOfOurs {
  aborted = false;
  reason: unknown;
  private readonly listeners = new Set<Listener>();

  addEventListener(_kind: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_kind: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller alone; a second abort changes nothing. */
  end(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }
}

/** What the mini-program engine lacks of `AbortController`: enough to call a question off. */
export class Abort {
  readonly signal = new AbortSignalOfOurs();

  abort(reason: unknown = new Error('called off')): void {
    this.signal.end(reason);
  }
}
