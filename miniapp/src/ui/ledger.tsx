import type { ReactNode } from 'react';
import { Box, Heading, Words } from './element';
import { sayChange, sayPoints } from './points';

export interface EntryProps {
  /** 17 日 */
  day: string;
  /** 周二 */
  weekday: string;
  /** 事由 */
  reason: string;
  /** Where or how: 2 小时 · 已审核 */
  sub?: string | undefined;
  /** 0 for a waiting line whose points only its hours will tell. */
  change: number;
  /** Balance after it; undefined while it waits and has not moved anything. */
  balance: number | undefined;
}

/** One line of the passbook. A waiting line says so in words and has no balance. */
export function Entry({ day, weekday, reason, sub, change, balance }: EntryProps) {
  const waits = balance === undefined;
  const sign = !waits && change > 0 ? 'entry__amt in' : 'entry__amt';
  return (
    <Box as="li" className={waits ? 'entry entry--pending' : 'entry'}>
      <Box className="entry__date">
        <Words>{day}</Words>
        <Words className="cap">{weekday}</Words>
      </Box>
      <Box className="entry__main">
        <Words>{reason}</Words>
        {sub && <Words className={waits ? 'cap ochre' : 'cap'}>{sub}</Words>}
      </Box>
      <Box className={sign}>{waits && change === 0 ? '待算' : sayChange(change)}</Box>
      <Box className="entry__bal">{waits ? '—' : sayPoints(balance)}</Box>
    </Box>
  );
}

function Sum({ words, change }: { words: string; change: number }) {
  return (
    <Box className="ledger__sum sub">
      <Words>{`${words} `}</Words>
      <Words className={change > 0 ? 'num b in' : 'num b ink'}>{sayChange(change)}</Words>
    </Box>
  );
}

/** A month of the passbook under its red rule. */
export function LedgerMonth(props: {
  /** 2026 年 3 月 */
  title: string;
  /** Both as positive numbers; left out while part of the month is not loaded. */
  sums?: { earned: number; spent: number } | undefined;
  children: ReactNode;
}) {
  const { title, sums, children } = props;
  return (
    <Box as="section" className="ledger">
      <Box className="ledger__month">
        <Heading level={2} className="h2">
          {title}
        </Heading>
        {sums && (
          <>
            <Sum words="存入" change={sums.earned} />
            <Sum words="兑换" change={-sums.spent} />
          </>
        )}
      </Box>
      <Box className="ledger__cols" silent>
        <Box className="lc-d">日期</Box>
        <Box className="lc-m">事由</Box>
        <Box className="lc-a">积分</Box>
        <Box className="lc-b">余额</Box>
      </Box>
      <Box as="ul">{children}</Box>
    </Box>
  );
}
