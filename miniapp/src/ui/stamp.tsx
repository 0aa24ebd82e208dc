import { Box } from './element';

/** A state pressed on paper: 已领, 通过, 作废. */
export function Stamp(props: { tone?: 'red' | 'green' | 'grey'; children: string }) {
  const { tone = 'red', children } = props;
  return <Box className={tone === 'red' ? 'stamp' : `stamp stamp--${tone}`}>{children}</Box>;
}
