import { useState } from 'react';
import { whatIsKeptQuery } from '@/data/access';
import { useAsk } from '@/data/query-client';
import { takeText } from '@/device/take-text';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Strip } from '@/ui/strip';
import { type Kept, keptFileName, keptText } from '../kept-text';

const TAKEN = {
  saved: '存好了，在下载的文件里',
  copied: '复制好了，贴到哪里都可以',
  failed: '没存上，请再点一次',
} as const;

function Export({ kept }: { kept: Kept }) {
  const [taken, setTaken] = useState<keyof typeof TAKEN>();
  const take = () => {
    void takeText(keptFileName(kept), keptText(kept)).then(setTaken);
  };
  return (
    <Box className="footbar">
      {taken && <Strip tone={taken === 'failed' ? 'red' : 'green'}>{TAKEN[taken]}</Strip>}
      <Button block icon="download" onPress={take}>
        带走一份
      </Button>
    </Box>
  );
}

/** The same line may stand there twice: two phones, two posts. */
const numbered = (lines: Kept['sections'][number]['lines']) =>
  lines.map((line, at) => ({ ...line, key: String(at) }));

/** 留着我的哪些信息: what, why, and a copy to take away. */
export default function KeptPage() {
  const asked = useAsk(whatIsKeptQuery());
  return (
    <Shell title="留着我的哪些信息" foot={asked.data && <Export kept={asked.data} />}>
      <Answer of={asked}>
        {({ sections }) => (
          <>
            {sections.map(({ title, why, lines }) => (
              <Section key={title} title={title}>
                <Box className="sub pads-bottom">{why}</Box>
                {lines.length > 0 && (
                  <Card padded>
                    <Box className="kvs">
                      {numbered(lines).map(({ key, label, value }) => (
                        <Box key={key} className="kv">
                          <Box className="kv__k">{label}</Box>
                          <Box className="kv__v">{value}</Box>
                        </Box>
                      ))}
                    </Box>
                  </Card>
                )}
              </Section>
            ))}
            <Box className="tail" />
          </>
        )}
      </Answer>
    </Shell>
  );
}
