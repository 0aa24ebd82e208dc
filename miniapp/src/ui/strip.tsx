import type { ReactNode } from 'react';
import { Box } from './element';
import { Icon, type IconName } from './icon';

export type StripTone = 'ochre' | 'green' | 'indigo' | 'red';

const ICON: Record<StripTone, IconName> = {
  ochre: 'warning',
  green: 'check-circle',
  indigo: 'info',
  red: 'warning',
};

/** One line that is read out when it comes. At most one a screen. */
export function Strip(props: {
  tone: StripTone;
  icon?: IconName | undefined;
  children: ReactNode;
}) {
  const { tone, icon, children } = props;
  return (
    <Box className={`strip strip--${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      <Icon name={icon ?? ICON[tone]} tone={tone} />
      <Box className="grow">{children}</Box>
    </Box>
  );
}
