import type { ReactNode } from 'react';

export interface SheetProps {
  /** The decision: 确认兑换. The button inside repeats the verb. */
  title: string;
  onClose: () => void;
  children: ReactNode;
}
