import { register } from 'tsx/esm/api';

// The thread of one heavy job. Everything after this line may be TypeScript.
register();
await import('./heavy-thread-work.ts');
