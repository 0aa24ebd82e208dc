import { useDidShow } from '@tarojs/taro';
import './shell.h5.css';
import { scanNow } from '@/scan/scan-now';
import seal from './brand/seal.svg';
import { useCare } from './care';
import { Press } from './element';
import { goBack } from './go';
import { Icon } from './icon';
import type { ShellProps } from './shell-props';
import { TabBar } from './tab-bar';
import { Tag } from './tag';

/** What is around a page in a browser, where nothing draws a title bar or a tab bar for us. */
export function Shell(props: ShellProps) {
  const { title, tab, tone = 'paper', branded, mark, wide, foot, children } = props;
  const care = useCare();
  useDidShow(() => {
    document.title = title;
  });
  const names = [
    'app',
    'theme',
    'shell',
    tone === 'cover' && 'shell--cover',
    wide && 'shell--wide',
  ];
  return (
    <div className={[...names, care && 'care'].filter(Boolean).join(' ')}>
      <header className={branded ? 'shell__bar shell__bar--branded' : 'shell__bar'}>
        {tab === undefined && (
          <Press className="shell__back" label="返回" onPress={goBack}>
            <Icon name="chevron-left" tone={tone === 'cover' ? 'on-red' : 'ink'} />
          </Press>
        )}
        {branded && <img className="shell__seal" src={seal} alt="" />}
        <h1 className={branded ? 'shell__title song' : 'shell__title'}>{title}</h1>
        {mark && <Tag tone="ochre">{mark}</Tag>}
      </header>
      <main className="shell__main">{children}</main>
      {foot && <footer className="shell__foot">{foot}</footer>}
      {tab && (
        <nav className="shell__tabs" aria-label="主菜单">
          <TabBar selected={tab} onScan={scanNow} />
        </nav>
      )}
    </div>
  );
}
