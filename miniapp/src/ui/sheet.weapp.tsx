import { RootPortal, View } from '@tarojs/components';
import { useCare } from './care';
import { Heading, Press } from './element';
import { Icon } from './icon';
import type { SheetProps } from './sheet-props';

/** One decision at the bottom of the screen: closed by the cross or the scrim. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const care = useCare();
  return (
    <RootPortal>
      <View className={care ? 'app theme care sheet-frame' : 'app theme sheet-frame'}>
        <View className="scrim sheet-frame__scrim" aria-hidden onClick={onClose} />
        <View className="sheet" aria-role="dialog" aria-label={title}>
          <View className="sheet__head">
            <Heading level={2}>{title}</Heading>
            <Press className="sheet__x" label="关闭" onPress={onClose}>
              <Icon name="cross" tone="ink-2" />
            </Press>
          </View>
          {children}
        </View>
      </View>
    </RootPortal>
  );
}
