import { View } from '@tarojs/components';
import './index.css';
import { scanNow } from '@/scan/scan-now';
import { useCare } from '@/ui/care';
import { TabBar } from '@/ui/tab-bar';
import { useSelectedTab } from '@/ui/tab-selection';

/** WeChat makes one of these for each tab page; which tab is lit is said by the page that shows. */
export default function CustomTabBar() {
  const care = useCare();
  const selected = useSelectedTab();
  return (
    <View className={care ? 'tab-frame theme care' : 'tab-frame theme'}>
      <TabBar selected={selected} onScan={scanNow} />
    </View>
  );
}
