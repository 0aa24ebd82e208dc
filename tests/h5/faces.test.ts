import { describe } from 'vitest';
import { faces } from './faces.ts';
import { inTown } from './in-town.ts';

inTown((given) => describe('every page', () => faces(given)));
