import { useEffect, useSyncExternalStore } from 'react';
import { systemTypeIsLarge } from '@/device/font-size';
import { storage } from '@/device/storage';

const KEY = 'care';
const listeners = new Set<() => void>();
let chosen: boolean | undefined;
let read = false;

/** Whether 关怀模式 is on: as chosen here, or else as the phone's own type size suggests. */
export function careIsOn(): boolean {
  if (!read) {
    const kept = storage.read(KEY);
    chosen = kept === undefined ? undefined : kept === 'on';
    read = true;
  }
  return chosen ?? systemTypeIsLarge();
}

/** Turns 关怀模式 on or off for this phone, and remembers it. */
export function chooseCare(on: boolean): void {
  chosen = on;
  read = true;
  storage.write(KEY, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** On a phone where nobody chose yet, a person who chose larger type elsewhere finds it again. */
export function useCareOf(person: { isCareMode: boolean } | undefined): void {
  const wants = person?.isCareMode === true;
  useEffect(() => {
    careIsOn();
    if (wants && chosen === undefined) chooseCare(true);
  }, [wants]);
}

export function useCare(): boolean {
  return useSyncExternalStore(listen, careIsOn);
}
