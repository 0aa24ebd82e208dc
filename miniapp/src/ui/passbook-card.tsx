import type { ReactNode } from 'react';
import seal from './brand/seal.svg';
import { Box, Link, Picture, Words } from './element';
import { Icon, type IconName } from './icon';
import { sayChange, sayPoints } from './points';

/** Foil lettering and the holder's name over the brocade band. */
function Cover({ holder }: { holder: string }) {
  return (
    <>
      <Box className="passbook__cover">
        <Words className="passbook__name">文明存折</Words>
        <Words className="passbook__holder">{holder}</Words>
      </Box>
      <Box className="band band--cover" silent />
    </>
  );
}

function Sum({ words, change }: { words: string; change: number }) {
  return (
    <Box className="passbook__sum">
      <Box className="sub">{words}</Box>
      <Box className={change > 0 ? 'num in' : 'num'}>{sayChange(change)}</Box>
    </Box>
  );
}

export interface PassbookCardProps {
  /** 田秀英 家 */
  holder: string;
  /** Points that can be redeemed now; undefined while asking: a bar stands in its place. */
  points: number | undefined;
  /** Points of this month, both as positive numbers. */
  month?: { earned: number; spent: number } | undefined;
  acts: readonly { to: string; words: string; icon: IconName }[];
  /** Says what to do when the passbook is still empty. */
  note?: ReactNode;
}

/** 存折: the figure people came for, never moving by itself. */
export function PassbookCard({ holder, points, month, acts, note }: PassbookCardProps) {
  return (
    <Box as="section" className="passbook" label="存折">
      <Cover holder={holder} />
      <Box className="passbook__page">
        <Box className="passbook__label">可兑换积分</Box>
        <Box className="passbook__bal">
          {points === undefined ? (
            <Box className="sk sk--hero" label="正在打开" role="img" />
          ) : (
            <>
              <Words className="hero-num">{sayPoints(points)}</Words>
              <Words className="unit">分</Words>
            </>
          )}
        </Box>
        <Box className="passbook__seal" silent>
          <Picture className="seal" src={seal} label="" />
        </Box>
        {note && <Box className="passbook__note sub">{note}</Box>}
        {month && (
          <Box className="passbook__sums">
            <Sum words="本月存入" change={month.earned} />
            <Sum words="本月兑换" change={-month.spent} />
          </Box>
        )}
        <Box className="passbook__acts">
          {acts.map((act) => (
            <Link key={act.to} to={act.to} className="passbook__act">
              <Icon name={act.icon} tone="red" />
              <Words>{act.words}</Words>
            </Link>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
