import { Box, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { sayPoints } from '@/ui/points';

/** What the account will say, before anything is asked of it: 现在有, 这次花, 还剩. */
export function BeforeAndAfter({ have, spend }: { have: number; spend: number }) {
  const facts = [
    { words: '现在有', value: `${sayPoints(have)} 分` },
    { words: '这次花', value: <Words className="b sum__n">{`${sayPoints(-spend)} 分`}</Words> },
    { words: '还剩', value: <Words className="b sum__n">{`${sayPoints(have - spend)} 分`}</Words> },
  ];
  return (
    <Box className="sum">
      <Facts of={facts} />
    </Box>
  );
}
