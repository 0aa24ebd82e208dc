import { useEffect, useState } from 'react';
import { whenWords } from '@/events/occasion-words';
import { Button } from '@/ui/button';
import { paperLines } from './paper-roll';
import type { RollPrintProps } from './roll-print-props';
import './roll-print.h5.css';

const COLUMNS = ['序号', '姓名', '存折号', '楼栋', '签到', '签退'];
/** Lines for those who come without having signed up. */
const WALK_INS = Array.from({ length: 12 }, (_, at) => at);

function Line({ number, cells }: { number: number; cells: readonly string[] }) {
  return (
    <tr>
      <td>{number}</td>
      {cells.map((cell, at) => (
        <td key={COLUMNS[at + 1]}>{cell}</td>
      ))}
    </tr>
  );
}

/** The paper: everybody by name and building, with room for a tick at both ends of the occasion. */
function PaperRoll({ roll }: RollPrintProps) {
  const { occasion } = roll;
  const lines = paperLines(roll.lines);
  return (
    <div className="paper-roll">
      <h1>{occasion.title} · 名册</h1>
      <p>{`时间：${whenWords(occasion)}　地点：${occasion.place}`}</p>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((words) => (
              <th key={words}>{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ personId, name, householdCode, building }, at) => (
            <Line key={personId} number={at + 1} cells={[name, householdCode, building, '', '']} />
          ))}
          {WALK_INS.map((at) => (
            <Line key={at} number={lines.length + at + 1} cells={['', '', '', '', '']} />
          ))}
        </tbody>
      </table>
      <p>签到、签退写几点几分。没报名来的，写在后面的空行里</p>
      <p className="paper-roll__signed">填表人：　　　　　　　　审核人：　　　　　　　　</p>
    </div>
  );
}

/** 打印名册: for days without a signal. The sheet is in the page only while it is printed. */
export function RollPrintKey({ roll }: RollPrintProps) {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0) return undefined;
    const stop = () => setAsked(0);
    window.addEventListener('afterprint', stop);
    window.print();
    return () => window.removeEventListener('afterprint', stop);
  }, [asked]);
  return (
    <>
      <Button small look="line" icon="print" onPress={() => setAsked(asked + 1)}>
        打印名册
      </Button>
      {asked > 0 && <PaperRoll roll={roll} />}
    </>
  );
}
