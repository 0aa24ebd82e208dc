import type { ReactNode } from 'react';
import { Box, Words } from './element';
import { Icon, type IconName } from './icon';

export type TagTone = 'plain' | 'green' | 'red' | 'gold' | 'ochre' | 'indigo';

/** A state in two to six characters. Never tappable. */
export function Tag(props: {
  tone?: TagTone | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
}) {
  const { tone = 'plain', icon, children } = props;
  return (
    <Box className={tone === 'plain' ? 'tag' : `tag tag--${tone}`}>
      {icon && <Icon name={icon} tone={tone === 'plain' ? 'ink-2' : tone} />}
      <Words>{children}</Words>
    </Box>
  );
}

/** Tags side by side, wrapping where the line ends. */
export function Tags({ children }: { children: ReactNode }) {
  return <Box className="tags">{children}</Box>;
}
