import type { Me } from '@bank/shared/contracts/access';
import type { IntakeKind, PreviewIntake } from '@bank/shared/contracts/intake';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useIntakePreview, useTakingIn } from '@/data/intake';
import { saveFile } from '@/device/save-file';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';
import { mayDo } from '../duties';
import { type ChosenFile, FileDoor } from '../file-door';
import { IntakePreview } from '../intake-preview';
import { StaffPage } from '../staff-page';

const KINDS = [
  { value: 'roster', words: '花名册', needs: 'roster.import' },
  { value: 'rules', words: '积分细则', needs: 'rulebook.import' },
  { value: 'goods', words: '货品', needs: 'goods.import' },
] as const;

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Looked {
  kind: IntakeKind;
  file: ChosenFile;
  seen: OutputOf<typeof PreviewIntake>;
}

function MarkedCopy({ file, base64 }: { file: ChosenFile; base64: string }) {
  const name = file.name.replace(/(\.xlsx)?$/i, '-标注.xlsx');
  return (
    <Button
      look="line"
      block
      icon="download"
      onPress={() => void saveFile({ name, base64, type: WORKBOOK_TYPE })}
    >
      存下标注过的表
    </Button>
  );
}

/** What the one button takes: lines that were refused or asked about stay in the clerk's hands. */
function takeWords(preview: Looked['seen']['preview']): string {
  if (!preview) return '全部收下';
  const { taken, asked, refused } = preview.lines;
  return asked + refused > 0 ? `收下 ${taken} 行，其余先不收` : '全部收下';
}

/** The preview, its marked copy, and the one yes that takes everything in. */
function TakeIn({ looked, onOther }: { looked: Looked; onOther: () => void }) {
  const { kind, file, seen } = looked;
  const { state, send, again } = useTakingIn();
  const { preview, markedCopyBase64 } = seen;
  if (state.kind === 'done') {
    const { added, changed, unchanged, waiting } = state.answer;
    const rest = waiting > 0 ? `，${waiting} 个岗位等同意` : '';
    return (
      <Box className="pads">
        <Strip tone="green">
          {`收好了：新增 ${added}，改动 ${changed}，不变 ${unchanged}${rest}`}
        </Strip>
        <Box className="pads-top">
          <Button look="line" block onPress={onOther}>
            再导入一个
          </Button>
        </Box>
      </Box>
    );
  }
  return (
    <>
      <Box className="b pads">{file.name}</Box>
      {preview && <IntakePreview preview={preview} />}
      <Box className="pads stack">
        <ChangeWords state={state} again={again} />
        {markedCopyBase64 !== undefined && <MarkedCopy file={file} base64={markedCopyBase64} />}
        <Button
          block
          sending={state.kind === 'sending'}
          sendingWords="正在收…"
          offBecause={preview?.changesAnything === false ? '和账上一样，没有要收的' : undefined}
          onPress={() => void send({ kind, file: file.base64, seen: seen.seen })}
        >
          {takeWords(preview)}
        </Button>
        <Button look="text" block onPress={onOther}>
          换一个文件
        </Button>
      </Box>
    </>
  );
}

function Intake({ me }: { me: Me }) {
  const kinds = KINDS.filter(({ needs }) => mayDo(me.posts, needs));
  const [kind, setKind] = useState<IntakeKind>('roster');
  const [looked, setLooked] = useState<Looked>();
  const { state, send, again } = useIntakePreview();
  const look = (file: ChosenFile) => {
    void send({ kind, file: file.base64 }).then((seen) => {
      if (seen) setLooked({ kind, file, seen });
    });
  };
  if (looked) return <TakeIn looked={looked} onOther={() => setLooked(undefined)} />;
  return (
    <Box className="pads">
      {kinds.length > 1 && (
        <Chips label="导入什么" choices={kinds} value={kind} onChoose={setKind} />
      )}
      <Box className="sub pads-y">先看会怎么改，看过再收。要么全部收下，要么一条不收</Box>
      <ChangeWords state={state} again={again} />
      {state.kind === 'sending' ? (
        <Button block sending sendingWords="正在一行一行看…" onPress={() => undefined}>
          选文件
        </Button>
      ) : (
        <FileDoor words="选一个 .xlsx 文件" onFile={look} />
      )}
    </Box>
  );
}

/** 导入: a workbook is looked at line by line, then taken in as a whole. */
export default function IntakePage() {
  return (
    <StaffPage title="导入" needs={['roster.import']}>
      {(me) => (
        <Box className="form">
          <Intake me={me} />
        </Box>
      )}
    </StaffPage>
  );
}
