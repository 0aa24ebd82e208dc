import type { ShelfItem } from '@bank/shared/contracts/redemption';
import oil from './pictures/oil.svg';
import paper from './pictures/paper.svg';
import rice from './pictures/rice.svg';
import salt from './pictures/salt.svg';
import soap from './pictures/soap.svg';
import towel from './pictures/towel.svg';

/** The drawing that stands in for a photo; a plain gift is drawn by the card itself. */
export const goodsPictures: Record<ShelfItem['picture'], string | undefined> = {
  rice,
  oil,
  soap,
  paper,
  salt,
  towel,
  gift: undefined,
};
