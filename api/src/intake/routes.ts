import type { Handler } from '../platform/serve.ts';
import { previewIntake, takeIn } from './commands.ts';

/** Which promise is kept by which command. */
export const intakeHandlers = [previewIntake, takeIn] as Handler[];
