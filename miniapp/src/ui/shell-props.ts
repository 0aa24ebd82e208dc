import type { ReactNode } from 'react';
import type { TabName } from './go';

export interface ShellProps {
  title: string;
  /** One of the four tab pages: the bar is drawn and this tab is lit. */
  tab?: TabName | undefined;
  /** `cover` is the passbook's red: the page's own first part must be red too. */
  tone?: 'paper' | 'cover' | undefined;
  /** The bank's seal and name in place of a plain title. The page's config says `navigationStyle: 'custom'`. */
  branded?: boolean | undefined;
  /** A word beside the bank's name: 演示. */
  mark?: string | undefined;
  /** Staff pages use the whole screen; residents' pages stay a column. */
  wide?: boolean | undefined;
  /** Stays at the bottom of the screen: the page's one action. */
  foot?: ReactNode;
  children: ReactNode;
}
