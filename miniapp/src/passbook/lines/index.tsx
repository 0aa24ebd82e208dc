import type { Passbook } from '@bank/shared/contracts/passbook';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { HelpersToCall } from '@/access/helpers-to-call';
import { usePassbookPages } from '@/data/passbook';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { Seg } from '@/ui/choice';
import { Box, Words } from '@/ui/element';
import { TABS } from '@/ui/go';
import { Entry, LedgerMonth } from '@/ui/ledger';
import { sayPoints } from '@/ui/points';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { aboutTheRest } from '../figures';
import { type EntryLine, monthsOf, type Wanted, waitingEntries } from '../months';

const VIEWS = [
  { value: 'all', words: '全部' },
  { value: 'in', words: '存入' },
  { value: 'out', words: '兑换' },
] as const;

const entries = (lines: readonly EntryLine[]) =>
  lines.map(({ key, ...line }) => <Entry key={key} {...line} />);

function Cover({ book }: { book: Passbook }) {
  const { householdCode, householderName, available } = book;
  const aside = aboutTheRest(book);
  return (
    <>
      <Box className="cover">
        <Box className="cover__top">
          <Words className="passbook__name">文明存折</Words>
          <Words className="sub num">{`存折号 ${householdCode}`}</Words>
        </Box>
        <Box className="cover__bottom">
          <Box>
            <Box className="sub">可兑换积分</Box>
            <Words className="hero-num">{sayPoints(available)}</Words>
            <Words className="unit">分</Words>
          </Box>
          <Words className="sub">{`${householderName} 家`}</Words>
        </Box>
        {aside !== undefined && <Box className="sub num">{aside}</Box>}
      </Box>
      <Box className="band band--cover" silent />
    </>
  );
}

function NothingYet() {
  return (
    <Blank
      icon="passbook"
      title="还没有记录"
      sub="参加一次活动，就有第一笔积分"
      action={<ButtonLink to={TABS.events.path}>看活动</ButtonLink>}
    />
  );
}

function Lines({ pages, wanted }: { pages: readonly Passbook[]; wanted: Wanted }) {
  const months = monthsOf(pages, wanted);
  const waiting = pages[0] ? waitingEntries(pages[0], wanted) : [];
  if (months.length === 0 && waiting.length === 0) {
    return <NothingYet />;
  }
  return (
    <Card>
      {waiting.length > 0 && <LedgerMonth title="还没到账">{entries(waiting)}</LedgerMonth>}
      {months.map((month) => (
        <LedgerMonth key={month.title} title={month.title} sums={month.sums}>
          {entries(month.entries)}
        </LedgerMonth>
      ))}
    </Card>
  );
}

/** 我的存折: every line with its reason and the balance after it, newest first. */
export default function PassbookPage() {
  const asked = usePassbookPages();
  const care = useCare();
  const [wanted, setWanted] = useState<Wanted>('all');
  usePullDownRefresh(() => void asked.refetch().finally(() => stopPullDownRefresh()));
  return (
    <Shell title="我的存折" tone="cover">
      <Answer of={asked}>
        {({ pages }) => (
          <>
            {pages[0] && <Cover book={pages[0]} />}
            <Box className="pads">
              <Seg label="看哪些" choices={VIEWS} value={wanted} onChoose={setWanted} />
            </Box>
            <Box className="sides">
              <Lines pages={pages} wanted={wanted} />
              {asked.hasNextPage && (
                <Box className="stack pads-top">
                  <Button
                    look="line"
                    block
                    sending={asked.isFetchingNextPage}
                    sendingWords="正在打开…"
                    onPress={() => void asked.fetchNextPage()}
                  >
                    看更早的
                  </Button>
                </Box>
              )}
            </Box>
            {care && <HelpersToCall />}
            <Box className="tail" />
          </>
        )}
      </Answer>
    </Shell>
  );
}
