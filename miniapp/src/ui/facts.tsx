import type { ReactNode } from 'react';
import { Box } from './element';

/** What is what, a line each: 现在有, 这次花, 还剩. */
export function Facts({ of }: { of: readonly { words: string; value: ReactNode }[] }) {
  return (
    <Box className="kvs">
      {of.map(({ words, value }) => (
        <Box key={words} className="kv">
          <Box className="kv__k">{words}</Box>
          <Box className="kv__v num">{value}</Box>
        </Box>
      ))}
    </Box>
  );
}
