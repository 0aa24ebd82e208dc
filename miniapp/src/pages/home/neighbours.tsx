import { boardQuery } from '@/data/notices';
import { useAsk } from '@/data/query-client';
import { honoursQuery } from '@/data/selection';
import { Board } from '@/notices/board';
import { Box } from '@/ui/element';
import { BOARD_PAGE, HONOURS_PAGE } from '@/ui/go';
import { Plate } from '@/ui/plate';
import { Section } from '@/ui/section';

const NOTICES_MAX = 3;
const PLATES_MAX = 2;

/** 公示: the newest sheets of the board; nothing where nothing is posted. */
export function Posted() {
  const notices = useAsk(boardQuery()).data?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <Section title="公示" more={{ to: BOARD_PAGE, words: '全部' }}>
      <Board notices={notices.slice(0, NOTICES_MAX)} />
    </Section>
  );
}

/** 身边的荣誉: the latest plates of the wall. */
export function Honoured() {
  const honours = useAsk(honoursQuery()).data?.honours ?? [];
  if (honours.length === 0) return null;
  return (
    <Section title="身边的荣誉" more={{ to: HONOURS_PAGE, words: '荣誉墙' }}>
      <Box as="ul" className="plates">
        {honours.slice(0, PLATES_MAX).map(({ kindName, maskedName, siteName, title, year }) => (
          <Plate
            key={`${title} ${maskedName} ${siteName}`}
            honour={kindName}
            name={`${maskedName} 家`}
            given={`${year} 年`}
          />
        ))}
      </Box>
    </Section>
  );
}
