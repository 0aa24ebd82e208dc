import { PreviewIntake, TakeIn } from '@bank/shared/contracts/intake';
import { useChange } from './change';

export const useIntakePreview = () => useChange(PreviewIntake);
export const useTakingIn = () => useChange(TakeIn);
