import * as z from '@bank/shared/zod';
import { useState } from 'react';
import { storage } from '@/device/storage';

const PREFIX = 'draft:';
const Kept = z.record(z.string(), z.string());

type Fields = Readonly<Record<string, string>>;

function keptDraft(name: string): Fields {
  try {
    return z.parse(Kept, JSON.parse(storage.read(PREFIX + name) ?? '{}'));
  } catch {
    return {};
  }
}

/**
 * What somebody types into a long form, kept on the phone at each change until it is sent. Fields
 * the form no longer has are left behind.
 */
export function useDraft<Form extends Fields>(name: string, blank: Form) {
  const [form, setForm] = useState<Form>(() => {
    const kept = keptDraft(name);
    const known = Object.keys(blank).map((key) => [key, kept[key] ?? blank[key] ?? '']);
    return Object.fromEntries(known) as Form;
  });
  const change = (fields: Partial<Form>) => {
    const next = { ...form, ...fields };
    setForm(next);
    storage.write(PREFIX + name, JSON.stringify(next));
  };
  const drop = () => {
    setForm(blank);
    storage.remove(PREFIX + name);
  };
  return { form, change, drop };
}

/** Forgets every draft: another person may hold this phone next. */
export function forgetDrafts(): void {
  for (const key of storage.keys()) if (key.startsWith(PREFIX)) storage.remove(key);
}
