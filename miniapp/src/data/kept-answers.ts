import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import * as z from '@bank/shared/zod';
import { nowMs } from '@/device/clock';
import { storage } from '@/device/storage';

const PREFIX = 'answer:';
/** A page of the passbook is about 10 KB; forty of them stay far below what a phone keeps. */
const ANSWERS_MAX = 40;
const ANSWER_LENGTH_MAX = 200_000;

const Kept = z.object({ atMs: z.number(), answer: z.unknown() });

export interface KeptAnswer<E> {
  answer: OutputOf<E>;
  atMs: number;
}

const keyOf = (promise: Endpoint, input: unknown) =>
  `${PREFIX}${promise.id} ${JSON.stringify(input ?? {})}`;

function readKept(key: string): z.infer<typeof Kept> | undefined {
  const text = storage.read(key);
  if (text === undefined) return undefined;
  try {
    return z.parse(Kept, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The last answer this phone got, if it still has the shape the promise has today. */
export function keptAnswer<E extends Endpoint>(
  promise: E,
  input: InputOf<E>,
): KeptAnswer<E> | undefined {
  const key = keyOf(promise, input);
  const kept = readKept(key);
  if (!kept) return undefined;
  const body = z.safeParse(promise.output, kept.answer);
  if (body.success) return { answer: body.data as OutputOf<E>, atMs: kept.atMs };
  storage.remove(key);
  return undefined;
}

function dropOldest(): void {
  const keys = storage.keys().filter((key) => key.startsWith(PREFIX));
  if (keys.length <= ANSWERS_MAX) return;
  const byAge = keys
    .map((key) => ({ key, atMs: readKept(key)?.atMs ?? 0 }))
    .sort((one, other) => one.atMs - other.atMs);
  for (const { key } of byAge.slice(0, keys.length - ANSWERS_MAX)) storage.remove(key);
}

/** Keeps an answer for the day without a network. */
export function keepAnswer<E extends Endpoint>(
  promise: E,
  input: InputOf<E>,
  answer: OutputOf<E>,
): void {
  const text = JSON.stringify({ atMs: nowMs(), answer });
  if (text.length > ANSWER_LENGTH_MAX) return;
  storage.write(keyOf(promise, input), text);
  dropOldest();
}

/** Forgets every answer: another person may hold this phone next. */
export function forgetAnswers(): void {
  for (const key of storage.keys()) if (key.startsWith(PREFIX)) storage.remove(key);
}
