import * as glassEasel from 'glass-easel';
import type { Target } from './bridge';

/** What is on a phone's screen, and fingers for it. */

type DrawnNode = Element & { __wxElement?: DrawnElement };
/** The framework's own element, as far as it is needed here. */
export type DrawnElement = {
  id: string;
  dataset: Record<string, unknown>;
  data?: Record<string, unknown>;
};

/** All that a target points at on some roots, in reading order. */
export function findAll(roots: Element[], target: Target): DrawnNode[] {
  if (typeof target === 'string')
    return roots.flatMap((root) => [...root.querySelectorAll(target)]);
  if ('label' in target) {
    return everything(roots).filter((node) => node.__wxElement?.data?.ariaLabel === target.label);
  }
  const inside = target.within === undefined ? roots : findAll(roots, target.within);
  return wordsAmong(everything(inside), target.text);
}

/** Exact words first; else what holds them; of nested boxes the innermost. */
function wordsAmong(nodes: DrawnNode[], text: string): DrawnNode[] {
  const exact = nodes.filter((node) => wordsOf(node) === text);
  const holding = exact.length > 0 ? exact : nodes.filter((node) => wordsOf(node).includes(text));
  return holding.filter((node) => !holding.some((other) => other !== node && node.contains(other)));
}

function everything(roots: Element[]): DrawnNode[] {
  return roots.flatMap((root) => [root, ...root.querySelectorAll('*')]);
}

/** The first input among some nodes or inside them. */
export function fieldAmong(nodes: Element[]): Element | undefined {
  const fields = 'wx-input, wx-textarea';
  return nodes
    .map((node) => (node.matches(fields) ? node : node.querySelector(fields)))
    .find((field) => field !== null) as Element | undefined;
}

/** The words of a node with all white space made one. */
export function wordsOf(node: Node): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The framework's element for a drawn node. */
export function elementOf(node: DrawnNode): DrawnElement {
  const element = node.__wxElement;
  if (element === undefined) throw new Error(`<${node.tagName}> was not drawn by the framework`);
  return element;
}

/** A finger down, up, and the tap it makes, all three bubbling out of components. */
export function touch(node: DrawnNode): void {
  const point = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 };
  const extraFields = { touches: [point], changedTouches: [point] };
  for (const type of ['touchstart', 'touchend', 'tap']) {
    dispatch(node, type, { x: 0, y: 0 }, { bubbles: true, extraFields });
  }
}

/** Any event of a built-in component, with its detail. */
export function dispatch(
  node: DrawnNode,
  type: string,
  detail: unknown,
  options: { bubbles: boolean; extraFields?: Record<string, unknown> },
): void {
  glassEasel.triggerEvent(elementOf(node) as unknown as glassEasel.Element, type, detail, {
    ...options,
    composed: options.bubbles,
    capturePhase: options.bubbles,
  });
}

/**
 * A mini-program's handler gets a plain object, not the framework's event: names, ids, data sets,
 * and nothing that could not have come from another thread.
 */
export function makeEventsPlain(): void {
  const prototype = glassEasel.Event.prototype as unknown as {
    wrapShadowedEvent: (target: unknown, mark: unknown, current: unknown) => unknown;
  };
  prototype.wrapShadowedEvent = function plain(
    this: glassEasel.Event<unknown> & { touches?: unknown; changedTouches?: unknown },
    target,
    mark,
    current,
  ) {
    const event = {
      type: this.getEventName(),
      timeStamp: this.timeStamp,
      target: plainElement(target),
      currentTarget: plainElement(current),
      mark: { ...Object(mark) },
      detail: this.detail,
      touches: this.touches ?? [],
      changedTouches: this.changedTouches ?? [],
    };
    // The framework stops and marks its events through these; a handler does not see them.
    for (const name of ['stopPropagation', 'preventDefault', 'markMutated'] as const) {
      Object.defineProperty(event, name, { enumerable: false, value: () => this[name]() });
    }
    return event;
  };
}

function plainElement(caller: unknown): {
  id: string;
  dataset: object;
  offsetLeft: 0;
  offsetTop: 0;
} {
  const holder = caller as DrawnElement & { _$?: DrawnElement };
  const element = holder._$ ?? holder;
  return { id: element.id, dataset: { ...element.dataset }, offsetLeft: 0, offsetTop: 0 };
}
