import { useUnread } from '@/data/unread';
import { Box, Link, Press, Words } from './element';
import { TABS, type TabName } from './go';
import { Icon } from './icon';

function Tab({ name, selected, dot }: { name: TabName; selected: TabName; dot?: boolean }) {
  const { path, text, icon } = TABS[name];
  const on = name === selected;
  return (
    <Link
      to={path}
      className={on ? 'tab tab--on' : 'tab'}
      current={on}
      label={dot ? `${text}，有新消息` : undefined}
    >
      <Box className="tab__mark">
        <Icon name={icon} tone={on ? 'red' : 'ink-2'} />
        {dot && <Box className="tab__dot" silent />}
      </Box>
      <Words>{text}</Words>
    </Link>
  );
}

/** 首页, 活动, the seal key that scans at once, 储蓄所, 我的. */
export function TabBar({ selected, onScan }: { selected: TabName; onScan: () => void }) {
  const unread = useUnread();
  return (
    <Box className="tabbar">
      <Tab name="home" selected={selected} />
      <Tab name="events" selected={selected} />
      <Press className="tab tab--scan" onPress={onScan}>
        <Box className="tab__scan" silent>
          <Icon name="scan" tone="on-red" />
        </Box>
        <Words>扫码</Words>
      </Press>
      <Tab name="shelf" selected={selected} />
      <Tab name="me" selected={selected} dot={unread} />
    </Box>
  );
}
