import { newBindCode } from '@bank/api/platform/code-keys';
import { PrintBindCodes } from '@bank/shared/contracts/community';
import type { TestBank } from './bank.ts';
import { STAFF } from './world.ts';

type Chance = { randomBytes(length: number): Uint8Array };

/** The code on the one slip that `print` prints, found again from the chance that made it. */
export async function bindCodeMadeBy(chance: Chance, print: () => Promise<void>): Promise<string> {
  const original = chance.randomBytes;
  const seen: Uint8Array[] = [];
  chance.randomBytes = (length) => {
    const bytes = original(length);
    seen.push(bytes);
    return bytes;
  };
  await print();
  chance.randomBytes = original;
  let at = 0;
  return newBindCode(() => seen[at++] ?? new Uint8Array(9));
}

/** Prints a home's slip and answers the code on it. */
export async function printedBindCode(bank: TestBank, householdId: string): Promise<string> {
  await bank.tokenOf(STAFF.grid);
  return bindCodeMadeBy(bank.bank.chance as Chance, async () => {
    const printed = await bank.call(STAFF.grid, PrintBindCodes, {
      requestId: bank.requestId(),
      householdId,
    });
    if (!('body' in printed) || !/^JVBERi/.test(printed.body.pdfBase64 ?? '')) {
      throw new Error(`nothing was printed: ${JSON.stringify(printed)}`);
    }
  });
}
