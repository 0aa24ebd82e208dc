import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useLateScanDelivery } from '@/data/outbox';
import { queryClient } from '@/data/query-client';
import { watchNetwork } from '@/device/network';
import { takeOpeningLink } from '@/scan/opening-link';
import './app.css';

// Before the router looks at the address, which it does once.
takeOpeningLink();

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(watchNetwork);
  useLateScanDelivery();
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
