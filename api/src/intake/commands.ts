import { dayOf } from '@bank/shared/calendar';
import { PreviewIntake, TakeIn } from '@bank/shared/contracts/intake';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { command, type Desk } from '../platform/command.ts';
import { areasOf } from '../platform/duty.ts';
import { settings } from '../scoring/store.ts';
import { understand } from './reading.ts';

type Wish = { readonly kind: 'roster' | 'rules' | 'goods'; readonly file: string };

async function loadFile(desk: Desk, { kind, file }: Wish, wantsMarkedCopy: boolean) {
  const understood = await understand(kind, {
    reader: desk.reader,
    file,
    wantsMarkedCopy,
    today: dayOf(desk.nowMs),
    mayGivePosts: areasOf(desk.actor, 'posts.give').includes('/'),
  });
  // The duty is asked at the reader's own area; whether the file lies in it is a refusal in words.
  return { areaPath: areasOf(desk.actor, 'roster.import')[0] ?? '/', understood };
}

type Loaded = Awaited<ReturnType<typeof loadFile>>;

function decideFile(desk: Desk, { understood }: Loaded, kind: Wish['kind']) {
  if (!understood.ok) {
    return refuse({ code: 'intake/unreadable-file' as const, facts: { why: understood.why } });
  }
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
  load: (desk, input) => loadFile(desk, input, true),
  decide(loaded, desk, { kind }) {
    const decision = decideFile(desk, loaded, kind);
    if (!decision.ok) return decision;
    const { seen, preview, markedCopyBase64 } = decision.value;
    return accept({
      subjectId: null,
      answer: { seen },
      once: { preview, ...(markedCopyBase64 === undefined ? {} : { markedCopyBase64 }) },
    });
  },
});

/** 导入: exactly what was seen, all of it, in one plan. */
export const takeIn = command(TakeIn, {
  async load(desk, input) {
    const [loaded, county] = await Promise.all([
      loadFile(desk, input, false),
      desk.lookout.look(settings, 'county'),
    ]);
    return { ...loaded, county };
  },
  decide(loaded, desk, { kind, seen }) {
    const decision = decideFile(desk, loaded, kind);
    if (!decision.ok) return decision;
    const understood = decision.value;
    if (understood.seen !== seen) {
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
      preview.parts.reduce((sum, part) => sum + part[of], 0);
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
