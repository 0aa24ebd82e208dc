import type { Figures } from './measure.ts';

type Results = ReadonlyMap<string, Figures>;

const round = (value: number) => Math.round(value).toLocaleString('en');

/** One line a contender: how many a second, how long one takes, how long the loop stood still. */
export function figureLines(results: Results): string[] {
  return [...results].map(([name, { perSecond, p50Ms, p99Ms, stallP99Ms }]) => {
    const times = p99Ms > 0 ? `p50 ${p50Ms.toFixed(1)}  p99 ${p99Ms.toFixed(1)} ms` : '';
    const stall = stallP99Ms > 0 ? `stall p99 ${stallP99Ms.toFixed(1)} ms` : '';
    return `  ${name.padEnd(34)} ${round(perSecond).padStart(8)} /s  ${times.padEnd(26)} ${stall}`;
  });
}

interface Aim {
  readonly words: string;
  readonly ours: string;
  readonly theirs: string;
  readonly atLeast: number;
}

const against = (where: string, theirs: string, atLeast: number): Aim[] =>
  ['award', 'sign-up', 'redeem'].map((kind) => ({
    words: `${where}${kind} ÷ ${theirs}`,
    ours: `${where}${kind} | ours`,
    theirs: `${where}${kind} | ${theirs}`,
    atLeast,
  }));

const AIMS: readonly Aim[] = [
  ...against('', '(a) drizzle', 12),
  ...against('', '(b) PostgreSQL', 3),
  ...against('http ', '(a) drizzle', 6),
  ...against('http ', '(b) PostgreSQL', 2),
  ...['award', 'sign-up', 'redeem'].map((kind) => ({
    words: `http ${kind} ÷ (d) bare JSON`,
    ours: `http ${kind} | ours`,
    theirs: 'http echo | (d) bare JSON',
    atLeast: 0.15,
  })),
  {
    words: 'http passbook ÷ (d) bare JSON',
    ours: 'http passbook | ours',
    theirs: 'http echo | (d) bare JSON',
    atLeast: 0.2,
  },
  {
    words: 'posting at 1 M ÷ at 10 k',
    ours: 'award | at 1 M transfers',
    theirs: 'award | at 10 k transfers',
    atLeast: 0.4,
  },
];
const STALL_MAX_MS = 50;

/** Each aim with what was seen, and whether it was reached. */
export function aimLines(results: Results): string[] {
  const ratios = AIMS.map(({ words, ours, theirs, atLeast }) => {
    const [one, other] = [results.get(ours), results.get(theirs)];
    if (!one || !other) return `  ${words.padEnd(36)} not measured`;
    const ratio = one.perSecond / other.perSecond;
    return `  ${words.padEnd(36)} ${ratio.toFixed(2).padStart(6)}×  aim ${atLeast}×  ${ratio >= atLeast ? 'reached' : 'NOT REACHED'}`;
  });
  const stalls = [...results].filter(([name]) => name.includes('ours'));
  const worst = Math.max(...stalls.map(([, figures]) => figures.stallP99Ms));
  const verdict = worst <= STALL_MAX_MS ? 'reached' : 'NOT REACHED';
  return [
    'Aims',
    ...ratios,
    `  ${'event-loop stall p99, worst run'.padEnd(36)} ${worst.toFixed(1).padStart(6)} ms aim ${STALL_MAX_MS} ms ${verdict}`,
  ];
}
