import type { BookCheck } from '@bank/db/verify';

/** What the shelf promises about the book. */
export const redemptionChecks: readonly BookCheck[] = [
  {
    name: '库存 = 入库 − 出库',
    sql: `SELECT s.id || ' 账上进 ' || -s.balance || '，批次进 ' ||
             (SELECT coalesce(sum(quantity), 0) FROM redemption_batches b WHERE 'goods.' || b.item_id = s.book) AS fault
            FROM ledger_accounts s WHERE s.kind = 'supply' AND -s.balance <>
             (SELECT coalesce(sum(quantity), 0) FROM redemption_batches b WHERE 'goods.' || b.item_id = s.book) LIMIT 1`,
  },
  {
    name: '待领的单都冻结着积分和货',
    sql: `SELECT o.id AS fault FROM redemption_orders o
            LEFT JOIN ledger_holds p ON p.id = o.points_hold_id LEFT JOIN ledger_holds g ON g.id = o.goods_hold_id
           WHERE (o.state = 'reserved') <> (coalesce(p.state, '') = 'pending' AND p.amount = o.points
             AND coalesce(g.state, '') = 'pending' AND g.amount = o.quantity) LIMIT 1`,
  },
  {
    name: '发出的单一笔付一笔给',
    sql: `SELECT o.id AS fault FROM redemption_orders o
            LEFT JOIN ledger_transfers p ON p.id = o.points_move_id LEFT JOIN ledger_transfers g ON g.id = o.goods_move_id
           WHERE o.state IN ('collected', 'reversed')
             AND (p.amount IS NOT o.points OR g.amount IS NOT o.quantity) LIMIT 1`,
  },
  {
    name: '冲正的单两头都冲了',
    sql: `SELECT o.id AS fault FROM redemption_orders o
           WHERE (o.state = 'reversed') <> (2 = (SELECT count(*) FROM ledger_transfers r
             WHERE r.reverses_id IN (o.points_move_id, o.goods_move_id))) LIMIT 1`,
  },
];
