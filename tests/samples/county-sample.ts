import { PEOPLE_HEADINGS, peopleLines } from './roster-sample';
import type { SampleCell, SampleSheet } from './write-workbook';

const column = (heading: string) => PEOPLE_HEADINGS.indexOf(heading);

/** The sample's homes over and over under numbers and doors of their own: 335 times is a county of 13,400. */
export function countySample(times: number): SampleSheet[] {
  const lines = Array.from({ length: times }, (_, time) => peopleLines().map(movedBy(time))).flat();
  return [
    {
      name: '家庭花名册',
      rows: [PEOPLE_HEADINGS, ...lines.map((line, index) => [index + 1, ...line.slice(1)])],
    },
  ];
}

const HOMES_OF_A_SITE = 6;

function movedBy(time: number) {
  return (line: readonly SampleCell[]): SampleCell[] => {
    const home = String(line[column('户编号')]);
    const number = String(Number(home.slice(4)) + time * HOMES_OF_A_SITE).padStart(4, '0');
    const moved = [...line];
    moved[column('户编号')] = home.slice(0, 4) + number;
    moved[column('人员编号')] =
      home.slice(0, 4) + number + String(line[column('人员编号')]).slice(8);
    if (home.startsWith('01')) moved[column('楼栋')] = `${time + 1}栋`;
    else moved[column('房号')] = `${Number(number)}号`;
    return moved;
  };
}
