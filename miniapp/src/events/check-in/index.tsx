import { OccasionId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { openScanner } from '@/device/scan';
import { destinationOf } from '@/scan/destinations';
import { takeHeldScan } from '@/scan/held-scan';
import { go, SCAN_PAGE } from '@/ui/go';
import { Shell } from '@/ui/shell';
import { LateScans } from '../late-scans';
import { useCheckIn } from './check-in-state';
import { CheckInFace, CheckInFoot } from './faces';

/** Takes up what a camera handed over, when the page opens and when it is come back to. */
function useHandedOver(use: (code: string) => void): void {
  const latest = useRef(use);
  latest.current = use;
  const takeUp = useRef(() => {
    const code = takeHeldScan();
    if (code !== undefined) latest.current(code);
  }).current;
  useEffect(takeUp, [takeUp]);
  useDidShow(takeUp);
}

/** Opens the scanner from this page: WeChat's answers here, a browser's page hands over what it read. */
async function scanFor(use: (code: string) => void, say: (words: string) => void): Promise<void> {
  const opened = await openScanner();
  if (opened.kind === 'no-camera') go(SCAN_PAGE);
  if (opened.kind !== 'text') return;
  const destination = destinationOf(opened.text);
  if (destination.kind === 'check-in') use(opened.text);
  else say(destination.kind === 'words' ? destination.words : '这是绑定码，不是签到码');
}

/** 签到: what was scanned is sent as soon as the page opens; without a scan, the two ways to one. */
export default function CheckInPage() {
  const { occasion, intent: wanted } = useRouter().params;
  const id = z.safeParse(OccasionId, occasion);
  const intent = wanted === 'out' ? 'out' : 'in';
  const asking = useCheckIn();
  const { state, send, say } = asking;
  const use = (code: string) =>
    void send({ code, intent, occasionId: id.success ? id.data : undefined });
  useHandedOver(use);
  const verb = intent === 'out' ? '签退' : '签到';
  return (
    <Shell title={verb} foot={state.kind === 'done' && <CheckInFoot {...state} asking={asking} />}>
      <LateScans />
      <CheckInFace
        asking={asking}
        verb={verb}
        onScan={() => void scanFor(use, say)}
        onDigits={use}
      />
    </Shell>
  );
}
