import { sayClock } from '@bank/shared/calendar';
import { Box, Heading, Words } from '@/ui/element';
import { Icon } from '@/ui/icon';
import { RowLink } from '@/ui/row';
import { Card } from '@/ui/section';
import { rollPage } from '../pages';
import type { Console } from './watch';

function Beside({ words, count, red }: { words: string; count: number; red?: boolean }) {
  return (
    <Box className="console__beside">
      <Box className="console__words">{words}</Box>
      <Box className={red ? 'console__few ochre' : 'console__few'}>{`${count} 人`}</Box>
    </Box>
  );
}

/** How many came, in figures that are read across a hall. */
export function CountPanel({ desk }: { desk: Console }) {
  const { occasion, attendedCount, signedUpCount, walkInCount, leftCount, lateCount } = desk;
  const heads = occasion.countedBy === 'headcount';
  return (
    <Card>
      <Box className="console__counts">
        <Box role="status">
          <Box className="console__words">{heads ? '到场' : '已签到'}</Box>
          <Words className="console__count">{attendedCount}</Words>
          <Words className="console__of">
            {occasion.signUp ? ` / ${signedUpCount} 人报名` : ' 人'}
          </Words>
        </Box>
        <Box className="console__others">
          {occasion.signUp && <Beside words="没报名来的" count={walkInCount} red />}
          {occasion.countsHours && <Beside words="已签退" count={leftCount} />}
        </Box>
      </Box>
      {lateCount > 0 && (
        <RowLink
          to={rollPage(occasion.id)}
          icon={{ name: 'warning', tone: 'ochre' }}
          title={`${lateCount} 条签到等确认`}
          sub="没网时扫的，到名册里算或不算"
        />
      )}
    </Card>
  );
}

/** 刚刚签到: masked, with the building alone, for the screen is public. */
export function LatestPanel({ desk }: { desk: Console }) {
  const { latest, asOfMs } = desk;
  return (
    <Card padded>
      <Box className="console__latest-head">
        <Heading level={2} className="console__how">
          刚刚签到
        </Heading>
        <Words className="console__words num">{`${sayClock(asOfMs)} 更新`}</Words>
      </Box>
      {latest.length === 0 && <Box className="console__words">还没有人签到</Box>}
      <Box as="ul">
        {latest.map(({ maskedName, building, inAtMs }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two neighbours of one masked name may come in one moment
          <Box as="li" key={`${inAtMs} ${maskedName} ${at}`} className="console__one">
            <Box className="console__tick" silent>
              <Icon name="check" tone="on-red" size="s" />
            </Box>
            <Words className="b">{maskedName}</Words>
            <Words className="console__building">{building}</Words>
            <Words className="console__clock num">{sayClock(inAtMs)}</Words>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
