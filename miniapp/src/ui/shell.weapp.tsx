import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import './shell.weapp.css';
import { quietly } from '@/device/quietly';
import { capsuleRow } from '@/device/window-frame';
import seal from './brand/seal.svg';
import { useCare } from './care';
import { Heading, Picture } from './element';
import type { ShellProps } from './shell-props';
import { selectTab } from './tab-selection';
import { Tag } from './tag';

/** What is around a page in WeChat, which draws the title bar by itself unless the page is branded. */
export function Shell(props: ShellProps) {
  const { title, tab, tone = 'paper', branded, mark, foot, children } = props;
  const care = useCare();
  useDidShow(() => {
    if (tab) selectTab(tab);
    if (!branded) quietly(Taro.setNavigationBarTitle({ title }));
  });
  const names = [
    'app',
    'theme',
    'shell',
    tone === 'cover' && 'shell--cover',
    tab && 'shell--tabbed',
  ];
  return (
    <View className={[...names, care && 'care'].filter(Boolean).join(' ')}>
      {branded && <BrandedBar title={title} mark={mark} />}
      <View className="shell__main">{children}</View>
      {foot && <View className="shell__foot">{foot}</View>}
    </View>
  );
}

function BrandedBar({ title, mark }: Pick<ShellProps, 'title' | 'mark'>) {
  const { topPx, heightPx } = capsuleRow();
  return (
    <View className="shell__bar" style={{ paddingTop: `${topPx}px`, minHeight: `${heightPx}px` }}>
      <Picture className="shell__seal" src={seal} label="" />
      <Heading level={1} className="shell__title song">
        {title}
      </Heading>
      {mark && <Tag tone="ochre">{mark}</Tag>}
    </View>
  );
}
