import { useCare } from '@/ui/care';
import { Box, Words } from '@/ui/element';
import { chartWords, type Month, sayHours, scaleTop } from './hours-words';

const HOUR_MINUTES = 60;
const LABEL_EVERY = 3;

const nameOf = ({ month }: Month) => `${Number(month.slice(5))}月`;

function Column(props: {
  month: Month;
  top: number;
  isLast: boolean;
  isMost: boolean;
  named: boolean;
}) {
  const { month, top, isLast, isMost, named } = props;
  const share = (month.minutes / HOUR_MINUTES / top) * 100;
  return (
    <Box className="months__i">
      <Box className="months__room">
        {(isLast || isMost) && month.minutes > 0 && (
          <Words className={isLast ? 'months__n red b' : 'months__n'}>
            {sayHours(month.minutes)}
          </Words>
        )}
        <Box
          className={isLast ? 'months__bar months__bar--now' : 'months__bar'}
          style={{ height: `${share}%` }}
        />
      </Box>
      <Box className="months__m">{named ? nameOf(month) : ''}</Box>
    </Box>
  );
}

/** In large type a sentence for each month that has something. */
function Sentences({ months }: { months: readonly Month[] }) {
  const some = months.filter(({ minutes }) => minutes > 0).reverse();
  if (some.length === 0) return <Box>近 12 个月还没有</Box>;
  return (
    <>
      {some.map((month) => (
        <Box key={month.month}>{`${nameOf(month)} ${sayHours(month.minutes)} 小时`}</Box>
      ))}
    </>
  );
}

/** 每月小时: bars from zero, the most and the latest labelled. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const care = useCare();
  if (care) return <Sentences months={months} />;
  const top = scaleTop(months);
  const most = Math.max(...months.map(({ minutes }) => minutes));
  const last = months.length - 1;
  const mostAt = months.findIndex(({ minutes }) => minutes === most);
  return (
    <Box className="months" role="img" label={chartWords(months)}>
      <Box className="months__scale">
        <Words>{top}</Words>
        <Words>{top / 2}</Words>
        <Words>0</Words>
      </Box>
      {months.map((month, at) => (
        <Column
          key={month.month}
          month={month}
          top={top}
          isLast={at === last}
          isMost={at === mostAt}
          named={at === last || (at % LABEL_EVERY === 0 && last - at >= 2)}
        />
      ))}
    </Box>
  );
}
