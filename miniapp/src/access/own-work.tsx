import type { Me } from '@bank/shared/contracts/access';
import { WORKBENCH_PAGE } from '@/ui/go';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';

/** 工作台: only for people with a post. */
export function OwnWork({ posts }: { posts: Me['posts'] }) {
  if (posts.length === 0) return null;
  const names = posts.map(({ roleName, areaName }) => `${roleName} · ${areaName}`);
  return (
    <Section>
      <Card>
        <RowLink
          to={WORKBENCH_PAGE}
          icon={{ name: 'bank', tone: 'red' }}
          title="工作台"
          sub={names.join('，')}
        />
      </Card>
    </Section>
  );
}
