import { ownHelpersQuery } from '@/data/access';
import { useAsk } from '@/data/query-client';
import { callPhone } from '@/device/phone-call';
import { useCare } from '@/ui/care';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';

const TITLES = { 'grid-worker': '打给网格员', 'cluster-lead': '打给联户长' } as const;

/** 有事找人: a person is always reachable. Hidden where nobody left a number. */
export function HelpersToCall() {
  const care = useCare();
  const helpers = useAsk(ownHelpersQuery()).data?.helpers ?? [];
  if (helpers.length === 0) return null;
  return (
    <Section title="有事找人">
      <Card>
        {helpers.map(({ role, name, phone }) => (
          <RowPress
            key={`${role} ${phone}`}
            icon={{ name: 'phone', tone: 'indigo' }}
            title={TITLES[role]}
            sub={name}
            end={care ? undefined : '打电话'}
            onPress={() => callPhone(phone)}
          />
        ))}
      </Card>
    </Section>
  );
}
