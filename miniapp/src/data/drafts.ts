import * as z from '@bank/shared/zod';
import { useState } from 'react';
import { storage } from '@/device/storage';

const PREFIX = 'draft:';

function readDraft<Value>(name: string, shape: z.ZodMiniType<Value>): Value | undefined {
  const text = storage.read(PREFIX + name);
  if (text === undefined) return undefined;
  try {
    return z.parse(shape, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * What somebody is filling in: kept on the phone at each change, so that a call, a refusal or an
 * empty battery costs nothing. A draft of an older shape is forgotten.
 */
export function useDraft<Value>(name: string, shape: z.ZodMiniType<Value>, blank: () => Value) {
  const [value, setValue] = useState<Value>(() => readDraft(name, shape) ?? blank());
  const change = (next: Value) => {
    storage.write(PREFIX + name, JSON.stringify(next));
    setValue(next);
  };
  const drop = () => {
    storage.remove(PREFIX + name);
    setValue(blank());
  };
  return { value, change, drop };
}

const TextFields = z.record(z.string(), z.string());
type Fields = Readonly<Record<string, string>>;

/** A draft of fields of text. Fields that the form no longer has are left behind. */
export function useTextDraft<Form extends Fields>(name: string, blank: Form) {
  const { value, change, drop } = useDraft<Fields>(name, TextFields, () => blank);
  const known = Object.keys(blank).map((key) => [key, value[key] ?? blank[key] ?? '']);
  const form = Object.fromEntries(known) as Form;
  return { form, change: (fields: Partial<Form>) => change({ ...form, ...fields }), drop };
}

/** Forgets every draft: another person may hold this phone next. */
export function forgetDrafts(): void {
  for (const key of storage.keys()) if (key.startsWith(PREFIX)) storage.remove(key);
}
