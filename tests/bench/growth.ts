import { ISSUE_ACCOUNT, passbookAccount } from '@bank/api/ledger/account';
import { draftMove } from '@bank/api/ledger/transfer';
import { award } from './commands.ts';
import { type Ground, HOMES, homeId, openGround, record, residentOf } from './ground.ts';
import { type Figures, interleave, runFor } from './measure.ts';
import { draw } from './wish.ts';

const SMALL = 10_000;
const TRANSFERS_A_PLAN = 5_000;
const CALLERS = 64;

/** What posting costs when the book has grown: awards on a book of 10,000 and on a large one. */
export async function growthLines(
  large: number,
  runMs: number,
  rounds: number,
  say: (line: string) => void,
): Promise<Map<string, Figures>> {
  const [small, grown] = [await openGround(), await openGround()];
  try {
    const startedAt = performance.now();
    await grow(small, SMALL);
    await grow(grown, large);
    const seconds = (performance.now() - startedAt) / 1000;
    say(
      `\nPosting as the book grows (${large.toLocaleString('en')} transfers written in ${seconds.toFixed(0)} s)`,
    );
    return await interleave(
      [
        { name: 'award | at 10 k transfers', run: () => awards(small, runMs) },
        { name: 'award | at 1 M transfers', run: () => awards(grown, runMs) },
      ],
      rounds,
    );
  } finally {
    await small.close();
    await grown.close();
  }
}

async function grow(ground: Ground, wanted: number): Promise<void> {
  const { bank } = ground.opened;
  while (bank.writer.lastSeq < wanted) {
    const first = bank.writer.lastSeq;
    const drafts = Array.from({ length: Math.min(TRANSFERS_A_PLAN, wanted - first) }, (_, at) =>
      draftMove({
        id: bank.chance.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: passbookAccount(homeId((first * 7 + at) % HOMES)),
        amount: 1,
        code: 'rule/JF03@1',
        subjectId: `award_${first + at}`,
      }),
    );
    await record(ground.opened, [], drafts);
  }
}

function awards({ opened }: Ground, runMs: number): Promise<Figures> {
  return runFor(runMs, CALLERS, async () => {
    const { requestId, householdId, home } = draw();
    const input = { requestId, householdId, amount: 1 } as never;
    const { outcome } = await award.give(opened.bank, residentOf(home), input);
    if (!outcome.ok) throw new Error(outcome.problem.code);
  });
}
