import type { RollLine } from '@bank/shared/contracts/events-staff';
import { groupOf, type RollGroup } from './roll-groups';

/** Who may come through the door; those who gave up, or were not counted, have no line. */
const ON_PAPER: readonly RollGroup[] = ['present', 'late', 'expected', 'waiting'];

export interface PaperLine {
  personId: string;
  name: string;
  householdCode: string;
  /** The building alone: a list on a table is read by everybody who signs it. */
  building: string;
}

const buildingOf = (address: string) => /^.{1,12}?[栋幢楼座]/.exec(address)?.[0] ?? '';

/** The lines of a roll for days without a signal, with seats before the waiting list. */
export function paperLines(lines: readonly RollLine[]): PaperLine[] {
  const expected = lines.filter((line) => ON_PAPER.includes(groupOf(line)));
  const waits = (line: RollLine) => groupOf(line) === 'waiting';
  return [...expected.filter((line) => !waits(line)), ...expected.filter(waits)].map((line) => ({
    personId: line.personId,
    name: waits(line) ? `${line.name}（候补）` : line.name,
    householdCode: line.householdCode,
    building: buildingOf(line.address),
  }));
}
