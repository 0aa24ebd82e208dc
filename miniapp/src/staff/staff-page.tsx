import type { Me } from '@bank/shared/contracts/access';
import type { Capability } from '@bank/shared/roles';
import type { ReactNode } from 'react';
import { useMe } from '@/data/access';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { TABS } from '@/ui/go';
import { Shell } from '@/ui/shell';
import { mayDo } from './duties';
import './staff.css';

function NotYours() {
  return (
    <Blank
      icon="shield"
      title="这里仅限工作人员"
      sub="您的岗位不办这件事。岗位有变动，请找县级管理员"
      action={<ButtonLink to={TABS.home.path}>回首页</ButtonLink>}
    />
  );
}

/** What is around every staff page: the whole screen, and the door of the duty it needs. */
export function StaffPage(props: {
  title: string;
  /** One of them is enough; without any, a post of any kind. */
  needs: readonly Capability[];
  foot?: ReactNode;
  /** `cover` for a screen that hangs in a hall: its own first part is red too. */
  tone?: 'paper' | 'cover';
  children: (me: Me) => ReactNode;
}) {
  const { title, needs, foot, tone = 'paper', children } = props;
  const me = useMe();
  const may = ({ posts }: Me) =>
    needs.length === 0 ? posts.length > 0 : needs.some((one) => mayDo(posts, one));
  return (
    <Shell title={title} wide tone={tone} foot={foot}>
      {tone === 'paper' && <Box className="band staff-band" silent />}
      <Box className="staff-page">
        <Answer of={me}>{(who) => (may(who) ? children(who) : <NotYours />)}</Answer>
        <Box className="tail" />
      </Box>
    </Shell>
  );
}
