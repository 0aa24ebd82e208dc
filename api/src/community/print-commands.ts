import { dayOf } from '@bank/shared/calendar';
import { codeLink } from '@bank/shared/codes';
import { PrintBindCodes, PrintElderCard, RevokeElderCard } from '@bank/shared/contracts/community';
import { maskName } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { cardCode, newBindCode, newPublicKey } from '../platform/code-keys.ts';
import { command } from '../platform/command.ts';
import { heavyJobs, heavyWork } from '../platform/heavy-work.ts';
import { PRINT_HOMES_MAX } from './household.ts';
import {
  areaById,
  type CardRecord,
  cardById,
  cardCandidates,
  homeById,
  homesInArea,
  householdById,
  recordBindCode,
  recordCard,
} from './store.ts';

const printBindSlips = heavyJobs<typeof import('./bind-sheet.ts')>(
  new URL('./bind-sheet.ts', import.meta.url),
)('printBindSlips');
const printElderCards = heavyJobs<typeof import('./card-sheet.ts')>(
  new URL('./card-sheet.ts', import.meta.url),
)('printElderCards');

const CODE_LIFE = '换新码之前一直有效';

/** 打印绑定码: a new code for each home, the old one stops working, only keyed hashes are kept. */
export const printBindCodes = command(PrintBindCodes, {
  async load({ lookout }, input) {
    // Before anything is recorded: old codes must not be ended for a sheet that nobody has time to print.
    heavyWork.assertFree();
    if (input.householdId) {
      const [found, homes] = await Promise.all([
        lookout.look(householdById, input.householdId),
        lookout.look(homeById, input.householdId),
      ]);
      return { areaPath: found?.areaPath ?? null, homes };
    }
    const area = input.areaId ? await lookout.look(areaById, input.areaId) : null;
    const homes = area ? await lookout.look(homesInArea, area.path) : [];
    return { areaPath: area?.path ?? null, homes };
  },
  decide({ homes }, desk, input) {
    const [first] = homes;
    if (!first) return refuse({ code: 'community/nothing-to-print', facts: NO_FACTS });
    if (homes.length > PRINT_HOMES_MAX) {
      const facts = { count: homes.length, countMax: PRINT_HOMES_MAX };
      return refuse({ code: 'community/too-many-to-print', facts });
    }
    const coded = homes.map((home) => ({
      home,
      code: newBindCode((size) => desk.chance.randomBytes(size)),
    }));
    const fileName = `绑定码-${first.siteName}-${dayOf(desk.nowMs)}.pdf`;
    return accept({
      subjectId: input.householdId ?? input.areaId ?? null,
      answer: { fileName, count: homes.length },
      once: async () => {
        const printed = await heavyWork.runPromised(printBindSlips, () => ({
          slips: coded.map(({ home, code }) => ({
            maskedName: maskName(home.householderName),
            place: `${home.siteName} ${home.building}`.trim(),
            householdNumber: home.code,
            code,
            link: codeLink(desk.publicUrl, code),
          })),
          bankName: `${first.siteName}文明储蓄所`,
          until: CODE_LIFE,
          atMs: desk.nowMs,
        }));
        return {
          pdfBase64: Buffer.from(printed.pdf).toString('base64'),
          unprintableNames: printed.unprintable.map(({ item }) => item.householdNumber),
        };
      },
      rows: coded.map(({ home, code }) =>
        recordBindCode(
          home.householdId,
          home.bindCodeVersion,
          desk.keys.hash('bind-code', code),
          desk.nowMs,
        ),
      ),
    });
  },
});

/** 办纸卡: each holder's old card stops working the moment the new one is made. */
export const printElderCard = command(PrintElderCard, {
  async load({ lookout }, input) {
    heavyWork.assertFree();
    const found = await lookout.look(cardCandidates, [...new Set(input.personIds)]);
    const paths = new Set(found.map((one) => one.sitePath));
    const isWhole = found.length === new Set(input.personIds).size;
    return {
      areaPath: isWhole ? commonPath(found.map((one) => one.areaPath)) : null,
      found,
      paths,
    };
  },
  decide({ found, paths }, desk) {
    const [first] = found;
    if (!first) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    if (paths.size > 1) return refuse({ code: 'community/people-in-two-areas', facts: NO_FACTS });
    const made = found.map((holder) => ({
      holder,
      card: {
        id: desk.chance.newId('card'),
        version: 1,
        serial: newPublicKey((size) => desk.chance.randomBytes(size)),
        personId: holder.person.id,
        state: 'active' as const,
        madeAtMs: desk.nowMs,
      },
    }));
    const old = found.flatMap(({ card }) => (card ? [revoked(card)] : []));
    return accept({
      subjectId: first.person.id,
      answer: { fileName: `纸卡-${first.siteName}-${dayOf(desk.nowMs)}.pdf`, count: made.length },
      once: async () => {
        const printed = await heavyWork.runPromised(printElderCards, () => ({
          cards: made.map(({ holder, card }) => ({
            name: holder.person.name,
            place: `${holder.siteName} ${holder.building}`.trim(),
            householdNumber: holder.householdCode,
            code: cardCode(desk.keys.master, card.serial, 0),
          })),
          bankName: `${first.siteName}文明储蓄所`,
          helper: { name: '网格员' },
          atMs: desk.nowMs,
        }));
        return {
          pdfBase64: Buffer.from(printed.pdf).toString('base64'),
          unprintableNames: printed.unprintable.map(({ item }) => item.householdNumber),
        };
      },
      // Old cards first: one active card a person is a constraint.
      rows: [...old.map(recordCard), ...made.map(({ card }) => recordCard(card))],
    });
  },
});

export const revokeElderCard = command(RevokeElderCard, {
  async load({ lookout }, input) {
    const found = await lookout.look(cardById, input.cardId);
    return { areaPath: found?.areaPath ?? null, card: found?.card };
  },
  decide({ card }) {
    if (!card) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    if (card.state === 'revoked')
      return refuse({ code: 'community/card-revoked', facts: NO_FACTS });
    return accept({
      subjectId: card.id,
      answer: { state: 'revoked' as const },
      rows: [recordCard(revoked(card))],
    });
  },
});

function revoked(card: CardRecord): CardRecord {
  return { ...card, version: card.version + 1, state: 'revoked' };
}

/** The smallest area that holds them all. */
function commonPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths;
  const parts = first.split('/');
  let common = first;
  while (!others.every((path) => path.startsWith(common))) {
    parts.splice(-2, 1);
    common = parts.join('/');
  }
  return common;
}
