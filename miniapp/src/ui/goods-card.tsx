import type { ReactNode } from 'react';
import { Box, Link, Picture, Words } from './element';
import { Icon } from './icon';
import { sayPoints } from './points';
import { Stamp } from './stamp';

const FEW = 10;

export interface GoodsCardProps {
  /** Its own page; without one the card only shows. */
  to?: string | undefined;
  name: string;
  points: number;
  left: number;
  /** 袋, 桶, 件 */
  unit: string;
  /** 武陵粮油 捐; undefined where nobody is named. */
  donor?: string | undefined;
  picture?: string | undefined;
  /** 月底到货; shown when nothing is left. */
  nextSupply?: string | undefined;
  /** Points the household still lacks; 0 when it can. */
  pointsShort?: number | undefined;
}

function Left({ left, unit, nextSupply }: Pick<GoodsCardProps, 'left' | 'unit' | 'nextSupply'>) {
  if (left <= 0) return <Words className="right sub">{nextSupply ?? '兑完了'}</Words>;
  const few = left < FEW;
  return (
    <Words
      className={few ? 'right sub num ochre b' : 'right sub num'}
    >{`剩 ${left} ${unit}`}</Words>
  );
}

/** One thing on the shelf: price, how many are left, who gave it. */
export function GoodsCard(props: GoodsCardProps) {
  const { to, name, points, left, picture, donor, pointsShort = 0 } = props;
  const out = left <= 0;
  const className = out ? 'goods__i goods__i--off' : 'goods__i';
  const inside = (
    <>
      <Box className="goods__pic">
        {picture ? (
          <Picture src={picture} className="pic" label="" />
        ) : (
          <Icon name="gift" tone="ink-3" size="l" />
        )}
        {out && (
          <Box className="goods__out">
            <Stamp tone="grey">兑完了</Stamp>
          </Box>
        )}
      </Box>
      <Box className="goods__t">
        <Box className="goods__n">{name}</Box>
        <Box className="goods__p">
          <Words className="goods__pts num">{sayPoints(points)}</Words>
          <Words className="sub"> 分</Words>
          <Left {...props} />
        </Box>
        {pointsShort > 0 && !out && <Box className="sub ochre num">{`还差 ${pointsShort} 分`}</Box>}
        {donor && <Box className="cap">{donor}</Box>}
      </Box>
    </>
  );
  if (to === undefined) return <Box className={className}>{inside}</Box>;
  return (
    <Link to={to} className={className}>
      {inside}
    </Link>
  );
}

/** Two cards a row; one in care mode. */
export function Goods({ children }: { children: ReactNode }) {
  return <Box className="goods">{children}</Box>;
}
