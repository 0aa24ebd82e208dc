import type { Handler } from '../platform/serve.ts';
import { findCardHolder, redeemByCard } from './card-commands.ts';
import { findOrder, handOver, reverseHandOver } from './counter-commands.ts';
import { cancelOrder, placeOrder } from './order-commands.ts';
import { readCounter, readItem, readOrder, readOrders, readShelf, readStock } from './queries.ts';
import { receiveStock } from './stock-commands.ts';

/** Which promise is kept by which command or query. */
export const redemptionHandlers = [
  readShelf,
  readItem,
  placeOrder,
  readOrders,
  readOrder,
  cancelOrder,
  findOrder,
  handOver,
  findCardHolder,
  redeemByCard,
  reverseHandOver,
  readCounter,
  receiveStock,
  readStock,
] as Handler[];
