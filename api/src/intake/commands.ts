import { dayOf } from '@bank/shared/calendar';
import { type IntakePreview, PreviewIntake, TakeIn } from '@bank/shared/contracts/intake';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { command, type Desk } from '../platform/command.ts';
import { areasOf } from '../platform/duty.ts';
import { settings } from '../scoring/store.ts';
import { writeMarkedCopy } from './marked-copy.ts';
import type { Preview } from './preview.ts';
import { markOf, type Understood, understand } from './reading.ts';
import { readWorkbook } from './workbook.ts';
import type { Workbook } from './workbook-shape.ts';

type Wish = { readonly kind: 'roster' | 'rules' | 'goods'; readonly file: string };

type Loaded = {
  readonly areaPath: string;
  readonly workbook: Workbook | null;
  readonly understood: Understood | null;
  readonly why: string;
};

async function loadFile(desk: Desk, { kind, file }: Wish): Promise<Loaded> {
  const opened = readWorkbook(Buffer.from(file, 'base64'));
  const reach = areasOf(desk.actor, 'roster.import')[0] ?? '/';
  if (!opened.ok) return { areaPath: reach, workbook: null, understood: null, why: opened.why };
  const understood = await understand(kind, {
    reader: desk.reader,
    workbook: opened.workbook,
    today: dayOf(desk.nowMs),
    mayGivePosts: areasOf(desk.actor, 'posts.give').includes('/'),
  });
  // The duty is asked at the reader's own area; whether the file lies in it is a refusal in words.
  return { areaPath: reach, workbook: opened.workbook, understood, why: '' };
}

function decideFile(desk: Desk, { understood, why }: Loaded, kind: Wish['kind']) {
  if (!understood) return refuse({ code: 'intake/unreadable-file' as const, facts: { why } });
  const duty =
    kind === 'roster' ? 'roster.import' : `${kind === 'rules' ? 'rulebook' : 'goods'}.import`;
  const isMine = areasOf(desk.actor, duty as 'roster.import').some((area) =>
    understood.areaPath.startsWith(area),
  );
  if (!isMine) return refuse({ code: 'intake/not-yours-to-import' as const, facts: NO_FACTS });
  return accept(understood);
}

/** 导入前先看. Nothing is taken in; names are told once and kept nowhere. */
export const previewIntake = command(PreviewIntake, {
  load: loadFile,
  decide(loaded, desk, { kind }) {
    const decision = decideFile(desk, loaded, kind);
    if (!decision.ok) return decision;
    const understood = decision.value;
    const { workbook } = loaded;
    return accept({
      subjectId: null,
      answer: { seen: markOf(understood) },
      once: async () => ({
        preview: showPreview(understood.preview, understood.postsAreLeftOut),
        ...(workbook && understood.remarks.length > 0
          ? { markedCopyBase64: (await writeMarkedCopy(workbook, understood)).toString('base64') }
          : {}),
      }),
    });
  },
});

const CHANGES_MAX = 500;

function showPreview(preview: Preview, postsAreLeftOut: boolean): IntakePreview {
  const { corrected, asked, refused, setAside } = preview;
  return {
    parts: preview.parts.map(({ name, counts, changed }) => ({
      name,
      ...counts,
      changes: changed.slice(0, CHANGES_MAX).map(({ label, changes }) => ({
        label,
        words: changes.map((one) => `${one.label}：${one.before} → ${one.after}`).join('；'),
      })),
    })),
    lines: preview.lines,
    remarks: [...refused, ...asked, ...corrected, ...setAside].map(
      ({ kind, sheet, row, column, heading, shown, became, why }) => ({
        kind,
        sheet,
        row,
        column,
        heading,
        shown,
        why,
        ...(became === undefined ? {} : { became }),
      }),
    ),
    changesAnything: preview.changesAnything,
    postsAreLeftOut,
  };
}

/** 导入: exactly what was seen, all of it, in one plan. */
export const takeIn = command(TakeIn, {
  async load(desk, input) {
    const [loaded, county] = await Promise.all([
      loadFile(desk, input),
      desk.lookout.look(settings, 'county'),
    ]);
    return { ...loaded, county };
  },
  decide(loaded, desk, { kind, seen }) {
    const decision = decideFile(desk, loaded, kind);
    if (!decision.ok) return decision;
    const understood = decision.value;
    if (markOf(understood) !== seen) {
      return refuse({ code: 'intake/changed-since-preview', facts: NO_FACTS });
    }
    const { preview } = understood;
    if (!preview.changesAnything)
      return refuse({ code: 'intake/nothing-to-take-in', facts: NO_FACTS });
    const plan = understood.plan({
      newId: (prefix) => desk.chance.newId(prefix),
      nowMs: desk.nowMs,
      basePoints: loaded.county.basePoints,
    });
    const count = (of: 'added' | 'changed' | 'unchanged') =>
      preview.parts.reduce((sum, part) => sum + part.counts[of], 0);
    return accept({
      subjectId: null,
      answer: {
        added: count('added'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        waiting: preview.lines.asked,
      },
      ...plan,
    });
  },
});
