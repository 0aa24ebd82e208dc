import { openScanner } from '@/device/scan';
import { Button } from '@/ui/button';
import type { ViewfinderProps } from './viewfinder-props';

/** WeChat's scanner covers the screen by itself: here is only the way back into it. */
export function Viewfinder({ onText }: ViewfinderProps) {
  const scan = () => {
    void openScanner().then((opened) => {
      if (opened.kind === 'text') onText(opened.text);
    });
  };
  return (
    <Button block icon="scan" onPress={scan}>
      打开扫码
    </Button>
  );
}
