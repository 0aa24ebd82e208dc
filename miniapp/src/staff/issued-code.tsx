import { sayMoment } from '@bank/shared/calendar';
import type { IssuedCode as Issued } from '@bank/shared/contracts/access';
import type * as z from '@bank/shared/zod';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';

/** A one-time code, large, and only this once. */
export function IssuedCode({ issued }: { issued: z.infer<typeof Issued> }) {
  const { code, personName, expiresAtMs } = issued;
  if (code === undefined) {
    return <Strip tone="ochre">这个码已经给过一次，不再显示。要的话请重新给一个</Strip>;
  }
  return (
    <Box className="once">
      <Box className="sub">{`${personName}的一次性码，只显示这一次`}</Box>
      <Box className="code" role="img" label={`一次性码 ${[...code].join(' ')}`}>
        {code}
      </Box>
      <Box className="sub">{`${sayMoment(expiresAtMs)} 前用，登录页选「第一次来」`}</Box>
    </Box>
  );
}
