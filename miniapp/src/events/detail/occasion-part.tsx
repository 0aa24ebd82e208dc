import type { Occasion } from '@bank/shared/contracts/events';
import { nowMs } from '@/device/clock';
import { Bar } from '@/ui/bar';
import { ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { checkInPage } from '@/ui/go';
import { Row } from '@/ui/row';
import { Card } from '@/ui/section';
import { Tag, Tags } from '@/ui/tag';
import {
  attendanceWords,
  doorOf,
  doorOpensWords,
  earningWords,
  seatWords,
  standingWords,
} from '../occasion-words';
import { When } from '../when';
import { type Family, FamilyWay, hasFamilyWay } from './family-way';
import { SignUpWay } from './sign-up-way';

/** The door on its day, then what is left to do about seats. */
function Ways({ occasion, family }: { occasion: Occasion; family: Family }) {
  const door = doorOf(occasion, nowMs());
  const opens = door === 'in' ? doorOpensWords(occasion, nowMs()) : undefined;
  const isHome = family.length > 1 && hasFamilyWay(family, occasion);
  return (
    <Box className="stack pads-top">
      {door && (
        <ButtonLink to={checkInPage(occasion.id, door)} look={opens ? 'line' : 'primary'}>
          {door === 'in' ? (opens ?? '签到') : '走了，签退'}
        </ButtonLink>
      )}
      {isHome ? (
        <FamilyWay family={family} occasion={occasion} isSecond={door !== undefined} />
      ) : (
        <SignUpWay occasion={occasion} isSecond={door !== undefined} />
      )}
    </Box>
  );
}

/** One occasion of an event: when, where, how full, how one stands to it, and what one can do. */
export function OccasionPart({ occasion, family }: { occasion: Occasion; family: Family }) {
  const { capacity, takenCount, signUp, place, waitingCount } = occasion;
  const standing = standingWords(occasion);
  const attendance = attendanceWords(occasion);
  const earning = earningWords(occasion);
  const isFull = capacity !== null && takenCount >= capacity;
  return (
    <Card padded>
      <Tags>
        {standing && <Tag tone="red">{standing}</Tag>}
        {!standing && isFull && <Tag tone="ochre">已报满</Tag>}
        {earning && <Tag tone="green">{earning}</Tag>}
      </Tags>
      {attendance && <Box className="pads-top">{attendance}</Box>}
      <Row icon={{ name: 'clock', tone: 'plain' }} title={<When of={occasion} />} />
      <Row icon={{ name: 'pin', tone: 'plain' }} title={place} sub={occasion.areaName} />
      <Box className="seats">{seatWords(occasion)}</Box>
      {signUp && capacity !== null && (
        <Bar done={takenCount} of={capacity} tone={isFull ? 'ochre' : 'green'} />
      )}
      {isFull && (
        <Box className="sub">
          {waitingCount > 0 ? '有人退出，就按顺序补上，补上了会有消息' : '有人退出，就轮到候补的人'}
        </Box>
      )}
      <Ways occasion={occasion} family={family} />
    </Card>
  );
}
