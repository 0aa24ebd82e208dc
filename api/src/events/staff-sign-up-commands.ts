import { CancelPersonSignUp, SignUpPerson } from '@bank/shared/contracts/events-staff';
import { command, type Desk } from '../platform/command.ts';
import { giveUpPlace, loadPlace, takePlace } from './sign-up-commands.ts';

/** Somebody at an occasion that lies in the reach of staff. */
async function loadForStaff(desk: Desk, input: { occasionId: string; personId: string }) {
  const place = await loadPlace(desk, input.occasionId, input.personId);
  return { ...place, areaPath: place.occasion?.areaPath ?? null };
}

/** 替人报名: for who has no phone, by the same rules as by oneself. */
export const signUpPerson = command(SignUpPerson, {
  load: loadForStaff,
  decide: (place, desk) => takePlace(place, desk),
});

/** 替人取消报名. */
export const cancelPersonSignUp = command(CancelPersonSignUp, {
  load: loadForStaff,
  decide: (place, desk) => giveUpPlace(place, desk),
});
