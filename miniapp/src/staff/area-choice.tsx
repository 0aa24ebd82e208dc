import type { Area } from '@bank/shared/contracts/community';
import { useState } from 'react';
import { areasQuery } from '@/data/community';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { RowPress } from '@/ui/row';
import { Card } from '@/ui/section';

interface AreaChoiceProps {
  /** The paths a post covers: the tree begins there. */
  within: readonly string[];
  /** 选这一片, 打这一片 */
  verb: string;
  /** Levels that can be chosen: 0 is the county. */
  levelMin: number;
  onChoose: (area: Area) => void;
}

const liesIn = (area: Area, path: string) => area.path.startsWith(path);

/** The tops of what the posts cover, without those that lie in another top. */
function topsOf(areas: readonly Area[], within: readonly string[]): Area[] {
  const tops = areas.filter(({ path }) => within.includes(path));
  return tops.filter((top) => !tops.some((other) => other !== top && liesIn(top, other.path)));
}

function Tree({
  areas,
  within,
  verb,
  levelMin,
  onChoose,
}: AreaChoiceProps & { areas: readonly Area[] }) {
  const [at, setAt] = useState<Area>();
  const parent = at && areas.find(({ id }) => id === at.parentId);
  const below = at ? areas.filter(({ parentId }) => parentId === at.id) : topsOf(areas, within);
  const up = parent && within.some((path) => liesIn(parent, path)) ? parent : undefined;
  return (
    <Card>
      {at && (
        <Box className="prose">
          <Box className="b">{`${at.name}（${at.levelName}）`}</Box>
          <Box className="btns btns--desk pads-top">
            <Button look="line" onPress={() => setAt(up)}>
              上一级
            </Button>
            {at.level >= levelMin && <Button onPress={() => onChoose(at)}>{verb}</Button>}
          </Box>
        </Box>
      )}
      {below.map((area) => (
        <RowPress
          key={area.id}
          title={area.name}
          sub={area.levelName}
          onPress={() => setAt(area)}
        />
      ))}
    </Card>
  );
}

/** Down the tree of areas, one level at a tap, to the one that is meant. */
export function AreaChoice(props: AreaChoiceProps) {
  const asked = useAsk(areasQuery());
  return <Answer of={asked}>{({ areas }) => <Tree {...props} areas={areas} />}</Answer>;
}
