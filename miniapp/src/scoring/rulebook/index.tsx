import { dayOf, sayDay } from '@bank/shared/calendar';
import type { Rule, RulePeriod, Settings } from '@bank/shared/contracts/scoring';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { rulebookQuery } from '@/data/scoring';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Chips } from '@/ui/choice';
import { Box, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { sayChange } from '@/ui/points';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';

const ALL = '全部';
const PERIOD: Record<RulePeriod, string> = { week: '周', month: '月', quarter: '季度', year: '年' };

function subOf(rule: Rule): string {
  const cap = rule.periodCap > 0 && `每户每${PERIOD[rule.period]}最多 ${rule.periodCap} 分`;
  const later = rule.effectiveOn > dayOf(nowMs()) && `${sayDay(rule.effectiveOn)}起`;
  return [cap, rule.evidence && `要有：${rule.evidence}`, later].filter(Boolean).join(' · ');
}

function Line({ rule }: { rule: Rule }) {
  return (
    <Row
      title={rule.title}
      sub={subOf(rule)}
      end={
        <Box className="rule-points">
          <Words className={rule.points > 0 ? 'num b in' : 'num b'}>
            {`${sayChange(rule.points)} 分`}
          </Words>
          <Words className="cap">{`每${rule.unit}`}</Words>
        </Box>
      }
    />
  );
}

function TheBook({ settings }: { settings: Settings }) {
  return (
    <Section title="这本账怎么算">
      <Card padded>
        <Facts
          of={[
            { words: '开户基础分', value: `${settings.basePoints} 分，不能兑换` },
            { words: '起兑', value: `总分到 ${settings.redeemFrom} 分` },
            { words: '留货', value: `${settings.reserveDays} 天，过期退回` },
          ]}
        />
      </Card>
    </Section>
  );
}

function Rules({ rules, settings }: { rules: readonly Rule[]; settings: Settings }) {
  const [choice, setChoice] = useState(ALL);
  const categories = [ALL, ...new Set(rules.map(({ category }) => category))];
  const shown = rules.filter(({ category }) => choice === ALL || category === choice);
  return (
    <>
      <Chips
        label="看哪一类"
        choices={categories.map((value) => ({ value, words: value }))}
        value={choice}
        onChoose={setChoice}
      />
      <Box className="sides">
        <Card>
          {shown.map((rule) => (
            <Line key={rule.id} rule={rule} />
          ))}
        </Card>
      </Box>
      <TheBook settings={settings} />
      <Box className="tail" />
    </>
  );
}

/** 积分细则: what earns how much, and up to how much. */
export default function RulebookPage() {
  const asked = useAsk(rulebookQuery());
  return (
    <Shell title="积分细则">
      <Answer
        of={asked}
        empty={{
          when: ({ rules }) => rules.length === 0,
          face: <Blank icon="star" title="细则还没公布" sub="公布了会写在这里" />,
        }}
      >
        {(answer) => <Rules {...answer} />}
      </Answer>
    </Shell>
  );
}
