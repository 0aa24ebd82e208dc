import { useEffect } from 'react';
import { vibrateOnce } from '@/device/vibrate';
import { Box } from './element';

/** A state pressed on paper: 已领, 通过, 作废. */
export function Stamp(props: { tone?: 'red' | 'green' | 'grey'; children: string }) {
  const { tone = 'red', children } = props;
  return <Box className={tone === 'red' ? 'stamp' : `stamp stamp--${tone}`}>{children}</Box>;
}

/** A post-office cancel: place, date between two rules, what was done. A new one lands with a tick. */
export function DateStamp(props: { place: string; date: string; done: string; isNew: boolean }) {
  const { place, date, done, isNew } = props;
  useEffect(() => {
    if (isNew) vibrateOnce();
  }, [isNew]);
  return (
    <Box
      className={isNew ? 'datestamp datestamp--landing' : 'datestamp'}
      role="img"
      label={`${place} ${date} ${done}`}
    >
      <Box className="datestamp__in">
        <Box className="datestamp__a">{place}</Box>
        <Box className="datestamp__d">{date}</Box>
        <Box className="datestamp__b">{done}</Box>
      </Box>
    </Box>
  );
}
