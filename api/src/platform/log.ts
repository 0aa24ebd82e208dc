import { pino } from 'pino';

/** Facts about our own working. Never a name, a phone, a code or a token. */
export interface Log {
  info(facts: Readonly<Record<string, string | number | boolean>>): void;
  error(facts: Readonly<Record<string, string | number | boolean>>): void;
}

/** Lines of JSON on standard error. */
export function openLog(level: 'info' | 'error' | 'silent'): Log {
  const lines = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (facts) => lines.info(facts),
    error: (facts) => lines.error(facts),
  };
}
