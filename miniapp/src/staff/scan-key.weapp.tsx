import { openScanner } from '@/device/scan';
import { Button } from '@/ui/button';
import type { ScanKeyProps } from './scan-key-props';

/** Opens WeChat's own scanner and hands over what it read. */
export function ScanKey({ words, off, onText }: ScanKeyProps) {
  const scan = () => {
    void openScanner().then((opened) => {
      if (opened.kind === 'text') onText(opened.text);
    });
  };
  return (
    <Button look="line" block icon="scan" offBecause={off} onPress={scan}>
      {words}
    </Button>
  );
}
