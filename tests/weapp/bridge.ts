/**
 * What passes between the test's side (Node) and the phone's side (a window of its own). Only texts
 * and plain values, so that no object of one side's world is mistaken for one of the other's.
 */

export type RequestAsked = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
  timeoutMs: number;
};
export type RequestAnswered =
  | { status: number; headers: Record<string, string>; text: string }
  | { failed: string };

/** What happened on the phone that a test may ask about. */
export type Noted =
  | { kind: 'error' | 'warning'; text: string }
  /** An API was called that nobody answers for. */
  | { kind: 'unmocked'; text: string }
  /** An API with nothing to show for it in a test, such as a title set. */
  | { kind: 'call'; text: string; options: string }
  | { kind: 'set-data'; text: string; bytes: number };

export type Host = {
  note(noted: Noted): void;
  request(asked: RequestAsked): Promise<RequestAnswered>;
  /** The answer of a test's mock as JSON, or undefined when there is no mock of that name. */
  mock(name: string, options: string): Promise<string> | undefined;
  randomBytes(count: number): number[];
  /** What the phone's clock says, in ms. */
  nowMs(): number;
};

export type LaunchFacts = {
  templates: string;
  builtins: Record<string, string[]>;
  configs: Record<string, Record<string, unknown>>;
  scripts: Record<string, string>;
  wxNames: string[];
  tabPages: string[];
  customTabBar: boolean;
  pages: string[];
  path: string;
  query: Record<string, string>;
  scene: number;
  /** What getAppBaseInfo and its kin add to or change in the answers of a common phone. */
  system: Record<string, unknown>;
};

/** How a test points at something: a class or tag, words, or what a screen reader says. */
export type Target = string | { text: string; within?: string } | { label: string };

/** The phone as the test's side sees it. */
export type Phone = {
  open(): void;
  count(target: Target): number;
  texts(target: Target): string[];
  screenText(): string;
  property(target: Target, name: string): unknown;
  touch(target: Target): void;
  /** Text into the input a target is, holds, or names. */
  type(target: Target, value: string): void;
  trigger(target: Target, type: string, detail: unknown, bubbles: boolean): void;
  pageStack(): string[];
  back(): void;
  hideApp(): void;
  showApp(): void;
  emit(listener: string, value: unknown): void;
  storage(): Record<string, unknown>;
};
