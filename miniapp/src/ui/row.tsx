import type { ReactNode } from 'react';
import { Box, Link, Press, Words } from './element';
import { Icon, type IconName } from './icon';
import type { TagTone } from './tag';

export interface RowProps {
  title: ReactNode;
  sub?: ReactNode;
  /** What stands at the right: a tag, a figure, a switch. */
  end?: ReactNode;
  icon?: { name: IconName; tone: TagTone } | undefined;
  /** In place of the icon: a date leaf, a picture. */
  lead?: ReactNode;
  /** Below the second line: tags. */
  below?: ReactNode;
}

function Inside({ title, sub, end, icon, lead, below, chevron }: RowProps & { chevron: boolean }) {
  return (
    <>
      {lead}
      {icon && (
        <Box className={icon.tone === 'plain' ? 'row__icon' : `row__icon i-${icon.tone}`} silent>
          <Icon name={icon.name} tone={icon.tone === 'plain' ? 'ink-2' : icon.tone} />
        </Box>
      )}
      <Box className="row__main">
        <Box className="row__title">{title}</Box>
        {sub !== undefined && <Box className="row__sub num">{sub}</Box>}
        {below}
      </Box>
      {(end !== undefined || chevron) && (
        <Box className="row__end">
          {typeof end === 'string' ? <Words>{end}</Words> : end}
          {chevron && <Icon name="chevron-right" tone="ink-2" size="s" />}
        </Box>
      )}
    </>
  );
}

/** A line of a list that goes nowhere. */
export function Row(props: RowProps) {
  return (
    <Box className="row row--still">
      <Inside {...props} chevron={false} />
    </Box>
  );
}

/** A line of a list that leads to a page: the whole row taps. */
export function RowLink({ to, ...rest }: RowProps & { to: string }) {
  return (
    <Link to={to} className="row">
      <Inside {...rest} chevron />
    </Link>
  );
}

/** A line of a list that does something. */
export function RowPress({ onPress, ...rest }: RowProps & { onPress: () => void }) {
  return (
    <Press className="row row--press" onPress={onPress}>
      <Inside {...rest} chevron />
    </Press>
  );
}

/** A line with a switch: the whole row turns it. */
export function RowSwitch(props: RowProps & { on: boolean; onTurn: (on: boolean) => void }) {
  const { on, onTurn, ...rest } = props;
  return (
    <Press className="row row--press" role="switch" on={on} onPress={() => onTurn(!on)}>
      <Inside
        {...rest}
        chevron={false}
        end={
          <Box className={on ? 'switch switch--on' : 'switch'} silent>
            <Box className="switch__knob" />
          </Box>
        }
      />
    </Press>
  );
}
