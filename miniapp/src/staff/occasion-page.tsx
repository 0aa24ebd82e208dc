import type { Me } from '@bank/shared/contracts/access';
import { OccasionId } from '@bank/shared/ids';
import type { Capability } from '@bank/shared/roles';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import type { IconName } from '@/ui/icon';
import { OCCASIONS_PAGE } from './pages';
import { StaffPage } from './staff-page';

/** A staff page about the one session its address names; without one, the way to all of them. */
export function OccasionPage(props: {
  title: string;
  icon: IconName;
  needs: readonly Capability[];
  tone?: 'paper' | 'cover';
  children: (occasionId: OccasionId, me: Me) => ReactNode;
}) {
  const { icon, children, ...page } = props;
  const id = z.safeParse(OccasionId, useRouter().params.id);
  return (
    <StaffPage {...page}>
      {(me) =>
        id.success ? (
          children(id.data, me)
        ) : (
          <Blank
            icon={icon}
            title="没找到这一场"
            sub="到活动场次里再看看"
            action={<ButtonLink to={OCCASIONS_PAGE}>看场次</ButtonLink>}
          />
        )
      }
    </StaffPage>
  );
}
