import type { ChangeState } from '@/data/change';
import { isNotSignedIn } from '@/data/errors';
import { Button, ButtonLink } from './button';
import { Box } from './element';
import { SIGN_IN_PAGE } from './go';
import { Strip } from './strip';

/** The sentence above the button of a change: why it was refused, or that nobody knows yet. */
export function ChangeWords({ state, again }: { state: ChangeState<unknown>; again: () => void }) {
  if (state.kind === 'refused') {
    return (
      <Box className="change-words">
        <Strip tone="red">{state.words}</Strip>
        {isNotSignedIn(state.error) && (
          <ButtonLink to={SIGN_IN_PAGE} look="line" block>
            去登录
          </ButtonLink>
        )}
      </Box>
    );
  }
  if (state.kind !== 'unknown') return null;
  return (
    <Box className="change-words">
      <Strip tone="ochre">{state.words}</Strip>
      <Button look="line" block onPress={again}>
        再试一次
      </Button>
    </Box>
  );
}
