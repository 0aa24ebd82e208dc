import { Box } from './element';

/** How far along, always beside the two numbers in words; the bar itself repeats them. */
export function Bar(props: {
  done: number;
  of: number;
  tone?: 'green' | 'red' | 'gold' | 'ochre' | undefined;
}) {
  const { done, of, tone = 'green' } = props;
  const share = of > 0 ? Math.min(100, Math.max(0, (done / of) * 100)) : 0;
  return (
    <Box className="bar" silent>
      <Box
        className={tone === 'green' ? 'bar__i' : `bar__i bar__i--${tone}`}
        style={{ width: `${share}%` }}
      />
    </Box>
  );
}
