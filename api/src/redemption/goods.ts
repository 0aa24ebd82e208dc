import type { Row } from '@bank/db/plan';
import { type AccountTerms, openAccount, openBook } from '../ledger/account.ts';

/** Units of one item: a book of its own, so that rice can never become oil. */
export interface ItemAccounts {
  readonly supply: AccountTerms;
  readonly shelf: AccountTerms;
  readonly held: AccountTerms;
  readonly handed: AccountTerms;
  readonly lost: AccountTerms;
  /** Set aside for orders made before this bank opened: on the shelf, but nobody else's to take. */
  readonly aside: AccountTerms;
}

const bookOf = (itemId: string) => `goods.${itemId}`;

/** The accounts of an item: its source for the county, the others at one branch. */
export function itemAccounts(itemId: string, branchId: string): ItemAccounts {
  const book = bookOf(itemId);
  const at = (kind: string): AccountTerms => ({
    id: `${itemId}.${branchId}.${kind}`,
    book,
    kind,
    ownerId: branchId,
    floor: 0,
  });
  return {
    supply: { id: `${itemId}.supply`, book, kind: 'supply', ownerId: null, floor: null },
    shelf: at('shelf'),
    held: at('held'),
    handed: at('handed'),
    lost: at('lost'),
    aside: at('aside'),
  };
}

/** Opens the book of a new item and its source. */
export function openItem(itemId: string): Row[] {
  const { supply } = itemAccounts(itemId, '');
  return [openBook(supply.book, 'goods'), openAccount(supply)];
}

/** Opens the shelf of an item at a branch. */
export function openShelf(itemId: string, branchId: string): Row[] {
  const { shelf, held, handed, lost, aside } = itemAccounts(itemId, branchId);
  return [shelf, held, handed, lost, aside].map(openAccount);
}
