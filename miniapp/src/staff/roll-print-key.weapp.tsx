import type { RollPrintProps } from './roll-print-props';

/** A phone has no printer: the sheet is printed at the office's computer. */
export function RollPrintKey(_props: RollPrintProps) {
  return null;
}
