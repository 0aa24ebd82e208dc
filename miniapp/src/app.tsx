import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { queryClient } from '@/data/query-client';
import { watchNetwork } from '@/device/network';
import './app.css';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(watchNetwork);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
