import type { ReactNode } from 'react';
import { Box, Heading } from './element';
import { Icon, type IconName } from './icon';

/** Nothing here, or nothing came: what happened, what to do, one button. Blames nobody. */
export function Blank(props: {
  icon: IconName;
  title: string;
  sub?: string | undefined;
  warn?: boolean | undefined;
  action?: ReactNode;
}) {
  const { icon, title, sub, warn, action } = props;
  return (
    <Box className="blank" role={warn ? 'alert' : 'status'}>
      <Box className={warn ? 'blank__i i-ochre' : 'blank__i'} silent>
        <Icon name={icon} tone={warn ? 'ochre' : 'ink-3'} />
      </Box>
      <Heading level={2} className="blank__t">
        {title}
      </Heading>
      <Box className="blank__s">{sub}</Box>
      {action}
    </Box>
  );
}
