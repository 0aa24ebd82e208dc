import type { Rule } from '@bank/shared/contracts/scoring';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { rulebookQuery } from '@/data/scoring';
import { Answer } from '@/ui/answer';
import { Box } from '@/ui/element';
import { RowPress, RowSwitch } from '@/ui/row';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import type { EventDraft } from './event-draft';

/** How the rulebook says that a check-in is the proof. */
const PROVED_BY_CHECK_IN = '活动签到';
const HOUR_UNIT = '小时';

const worth = ({ points, unit }: Rule) => `+${points} 分/${unit}`;

function RuleSheet(props: {
  rules: readonly Rule[];
  onChoose: (rule: Rule | undefined) => void;
  onClose: () => void;
}) {
  const { rules, onChoose, onClose } = props;
  return (
    <Sheet title="怎么记分" onClose={onClose}>
      <RowPress title="不记积分" onPress={() => onChoose(undefined)} />
      {rules.map((rule) => (
        <RowPress
          key={rule.code}
          title={rule.title}
          sub={`${rule.code} · ${rule.category}`}
          end={worth(rule)}
          onPress={() => onChoose(rule)}
        />
      ))}
    </Sheet>
  );
}

/** Which rule a check-in earns by: only rules that a check-in proves are offered. */
export function PointsPart(props: { draft: EventDraft; onChange: (draft: EventDraft) => void }) {
  const { draft, onChange } = props;
  const [open, setOpen] = useState(false);
  const asked = useAsk(rulebookQuery());
  const choose = (rule: Rule | undefined) => {
    setOpen(false);
    onChange({
      ...draft,
      ruleCode: rule?.code ?? null,
      countsHours: rule ? rule.unit === HOUR_UNIT : draft.countsHours,
    });
  };
  return (
    <Answer of={asked} quiet>
      {({ rules }) => {
        const fits = rules.filter(
          ({ kind, reviewPath }) => kind === 'earning' && reviewPath.startsWith(PROVED_BY_CHECK_IN),
        );
        const chosen = fits.find(({ code }) => code === draft.ruleCode);
        return (
          <Card>
            <RowPress
              icon={{ name: 'passbook', tone: 'red' }}
              title={chosen?.title ?? '不记积分'}
              sub={chosen ? worth(chosen) : '点这里选按哪一条记分'}
              end="换"
              onPress={() => setOpen(true)}
            />
            <RowSwitch
              title="计志愿时长"
              sub="要签到，也要签退"
              on={draft.countsHours}
              onTurn={(countsHours) => onChange({ ...draft, countsHours })}
            />
            <RowSwitch
              title="一家记一次"
              sub={draft.oncePerHousehold ? '一家来几个人，积分记一次' : '来一个人记一次'}
              on={draft.oncePerHousehold}
              onTurn={(oncePerHousehold) => onChange({ ...draft, oncePerHousehold })}
            />
            {open && <RuleSheet rules={fits} onChoose={choose} onClose={() => setOpen(false)} />}
          </Card>
        );
      }}
    </Answer>
  );
}

/** What a headcount means, in place of the points. */
export const HeadsWords = () => (
  <Box className="sub">只数人数的活动分不清是谁来了，不记积分和时长。办完填到场多少人</Box>
);
