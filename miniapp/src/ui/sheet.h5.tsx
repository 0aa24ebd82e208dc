import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Press } from './element';
import { Icon } from './icon';
import type { SheetProps } from './sheet-props';

/** One decision at the bottom of the screen: closed by the cross, the scrim, or Escape. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // An open dialog holds the whole window: left open on a page behind, it would deaden the one on top.
  useDidHide(() => dialog.current?.close());
  useDidShow(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the scrim repeats what Escape and the cross do
    <dialog
      ref={dialog}
      className="sheet-frame"
      aria-label={title}
      onCancel={(cancel) => {
        cancel.preventDefault();
        onClose();
      }}
      onClick={(click) => {
        if (click.target === dialog.current) onClose();
      }}
    >
      <div className="sheet">
        <div className="sheet__head">
          <h2>{title}</h2>
          <Press className="sheet__x" label="关闭" onPress={onClose}>
            <Icon name="cross" tone="ink-2" />
          </Press>
        </div>
        {children}
      </div>
    </dialog>
  );
}
