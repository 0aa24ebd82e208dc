import { useState } from 'react';
import { Viewfinder } from '@/scan/viewfinder';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import type { ScanKeyProps } from './scan-key-props';

/** Opens the camera on this very page and hands over what it read. */
export function ScanKey({ words, off, onText }: ScanKeyProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="line" block icon="scan" offBecause={off} onPress={() => setOpen(true)}>
        {words}
      </Button>
      {open && (
        <Sheet title={words} onClose={() => setOpen(false)}>
          <Viewfinder
            onText={(text) => {
              setOpen(false);
              onText(text);
            }}
          />
        </Sheet>
      )}
    </>
  );
}
