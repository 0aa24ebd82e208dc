import { Box, Link, Words } from './element';
import { Icon, type IconName } from './icon';
import type { TagTone } from './tag';

export interface QuickAction {
  to: string;
  words: string;
  icon: IconName;
  tone: Exclude<TagTone, 'plain'>;
}

/** The few things people come for besides the balance; cards of their own in care mode. */
export function Quick({ actions }: { actions: readonly QuickAction[] }) {
  return (
    <Box className="quick">
      {actions.map(({ to, words, icon, tone }) => (
        <Link key={to} to={to} className="quick__i">
          <Box className={`quick__t i-${tone}`} silent>
            <Icon name={icon} tone={tone} size="l" />
          </Box>
          <Words>{words}</Words>
        </Link>
      ))}
    </Box>
  );
}
