import type { ReactNode } from 'react';
import { Link, Press, Words } from './element';
import { Icon, type IconName, type Tone } from './icon';

type Look = 'primary' | 'green' | 'line' | 'linered' | 'text';

const ICON_TONE: Record<Look, Tone> = {
  primary: 'on-red',
  green: 'on-red',
  line: 'ink',
  linered: 'red',
  text: 'indigo',
};

interface Dress {
  look?: Look | undefined;
  small?: boolean | undefined;
  block?: boolean | undefined;
  icon?: IconName | undefined;
}

function classesOf({ look = 'primary', small, block }: Dress, off: boolean): string {
  return ['btn', `btn--${look}`, small && 'btn--s', block && 'btn--block', off && 'btn--off']
    .filter(Boolean)
    .join(' ');
}

export interface ButtonProps extends Dress {
  /** A verb: 报名, 去领, 确认兑换. */
  children: ReactNode;
  onPress: () => void;
  /** The answer is on its way: says 正在提交… and ignores taps. */
  sending?: boolean | undefined;
  sendingWords?: string | undefined;
  /** Cannot be pressed, and says why in place of the verb: 已报满, 还差 24 分. */
  offBecause?: string | undefined;
}

export function Button(props: ButtonProps) {
  const { children, onPress, sending, sendingWords = '正在提交…', offBecause, icon } = props;
  const off = sending === true || offBecause !== undefined;
  const words = sending ? sendingWords : (offBecause ?? children);
  return (
    <Press className={classesOf(props, off)} off={off} onPress={onPress}>
      {icon && !off && <Icon name={icon} tone={ICON_TONE[props.look ?? 'primary']} />}
      <Words>{words}</Words>
    </Press>
  );
}

/** A button's dress on a way to another page. */
export function ButtonLink(props: Dress & { to: string; children: ReactNode }) {
  const { to, children, icon } = props;
  return (
    <Link to={to} className={classesOf(props, false)}>
      {icon && <Icon name={icon} tone={ICON_TONE[props.look ?? 'primary']} />}
      <Words>{children}</Words>
    </Link>
  );
}
