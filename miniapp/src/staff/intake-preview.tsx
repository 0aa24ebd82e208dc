import type { IntakePreview as Preview } from '@bank/shared/contracts/intake';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Card, Section } from '@/ui/section';
import { Tag, type TagTone } from '@/ui/tag';

type Remark = Preview['remarks'][number];

const KIND: Record<Remark['kind'], { words: string; tone: TagTone }> = {
  corrected: { words: '已改正', tone: 'green' },
  asked: { words: '要确认', tone: 'ochre' },
  refused: { words: '没收', tone: 'red' },
  'set-aside': { words: '不归这里', tone: 'plain' },
};
/** The rest is in the marked copy; a phone need not draw thousands of lines. */
const REMARKS_AT_ONCE = 50;

function Parts({ parts }: Pick<Preview, 'parts'>) {
  return (
    <Card>
      <Box className="table__row table__row--head" silent>
        <Box className="table__name">收什么</Box>
        {['新增', '改动', '不变', '没写'].map((words) => (
          <Box key={words} className="table__n">
            {words}
          </Box>
        ))}
      </Box>
      {parts.map((part) => (
        <Box key={part.name} className="table__row">
          <Box className="table__name b">{part.name}</Box>
          <Box className="table__n">{part.added}</Box>
          <Box className="table__n">{part.changed}</Box>
          <Box className="table__n">{part.unchanged}</Box>
          <Box className="table__n">{part.absent}</Box>
        </Box>
      ))}
    </Card>
  );
}

/** Whose registration changes, from what to what: a wrong file is seen here before it is taken in. */
function Changes({ parts }: Pick<Preview, 'parts'>) {
  const [shown, setShown] = useState(REMARKS_AT_ONCE);
  const changes = parts.flatMap((part) => part.changes);
  if (changes.length === 0) return null;
  return (
    <Section title={`改动 ${changes.length} 条`}>
      <Card>
        {changes.slice(0, shown).map(({ label, words }) => (
          <Box key={label} className="remark">
            <Box className="sub num">{label}</Box>
            <Box className="b num">{words}</Box>
          </Box>
        ))}
      </Card>
      {shown < changes.length && (
        <Box className="pads-top">
          <Button look="line" block onPress={() => setShown(shown + REMARKS_AT_ONCE)}>
            {`再看 ${Math.min(REMARKS_AT_ONCE, changes.length - shown)} 条`}
          </Button>
        </Box>
      )}
    </Section>
  );
}

function RemarkLine({ remark }: { remark: Remark }) {
  const { words, tone } = KIND[remark.kind];
  const read = remark.became === undefined ? remark.shown : `${remark.shown} → ${remark.became}`;
  return (
    <Box className="remark">
      <Box className="flex">
        <Words className="grow sub num">
          {`${remark.sheet} 第 ${remark.row} 行 ${remark.column} 列 ${remark.heading}`}
        </Words>
        <Tag tone={tone}>{words}</Tag>
      </Box>
      <Box className="b">{read === '' ? '（空）' : read}</Box>
      <Box className="sub">{remark.why}</Box>
    </Box>
  );
}

const numbered = (remarks: readonly Remark[]) =>
  remarks.map((remark, at) => ({ remark, key: String(at) }));

function Remarks({ remarks }: Pick<Preview, 'remarks'>) {
  const [shown, setShown] = useState(REMARKS_AT_ONCE);
  if (remarks.length === 0) return null;
  return (
    <Section title={`${remarks.length} 条要看一眼`}>
      <Card>
        {numbered(remarks.slice(0, shown)).map(({ remark, key }) => (
          <RemarkLine key={key} remark={remark} />
        ))}
      </Card>
      {shown < remarks.length && (
        <Box className="pads-top">
          <Button look="line" block onPress={() => setShown(shown + REMARKS_AT_ONCE)}>
            {`再看 ${Math.min(REMARKS_AT_ONCE, remarks.length - shown)} 条`}
          </Button>
        </Box>
      )}
    </Section>
  );
}

/** What an import would do: counts, then every line that was corrected, asked about or refused. */
export function IntakePreview({ preview }: { preview: Preview }) {
  const { lines } = preview;
  return (
    <>
      <Section title="会怎么改">
        <Parts parts={preview.parts} />
        <Box className="sub pads-top">没写：账上有，表里没写。照旧，不会删</Box>
        {preview.postsAreLeftOut && (
          <Box className="sub pads-top">岗位不收：岗位要由县级管理员来导入</Box>
        )}
      </Section>
      <Section title="一行一行看过">
        <Card padded>
          <Facts
            of={[
              { words: '一共', value: `${lines.all} 行` },
              { words: '收下', value: `${lines.taken} 行` },
              { words: '要确认', value: `${lines.asked} 行` },
              { words: '没收', value: `${lines.refused} 行` },
              { words: '不是数据', value: `${lines.notData} 行` },
            ]}
          />
        </Card>
      </Section>
      <Remarks remarks={preview.remarks} />
      <Changes parts={preview.parts} />
    </>
  );
}
