import type { Me } from '@bank/shared/contracts/access';
import type { HouseholdFile } from '@bank/shared/contracts/community';
import { HouseholdId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { householdQuery, useBindCodePrint } from '@/data/community';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { mayDo } from '../duties';
import { HouseholdMend } from '../household-mend';
import { HouseholdPeople } from '../household-people';
import { HOUSEHOLDS_PAGE } from '../pages';
import { PrintedSheet } from '../printed-sheet';
import { StaffPage } from '../staff-page';

type Posts = Me['posts'];

function BindCodeSheet({ home, onClose }: { home: HouseholdFile; onClose: () => void }) {
  const { state, send, again } = useBindCodePrint(home.id);
  return (
    <Sheet title="打印绑定码" onClose={onClose}>
      {state.kind === 'done' ? (
        <PrintedSheet sheet={state.answer} />
      ) : (
        <>
          <Box>
            {home.hasBindCode
              ? '这一户有绑定码了。再打一份，旧的马上作废'
              : '打一份给这一户，绑定存折用'}
          </Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() => void send({ householdId: home.id })}
          >
            打印
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Registration({ home, posts }: { home: HouseholdFile; posts: Posts }) {
  const [doing, setDoing] = useState<'mend' | 'print'>();
  const close = () => setDoing(undefined);
  return (
    <>
      <Card padded>
        <Heading level={2} className="h2">{`${home.householderName} 家`}</Heading>
        <Facts
          of={[
            { words: '户编号', value: home.code },
            { words: '哪一片', value: home.areaName },
            { words: '住址', value: home.address },
            { words: '低保', value: home.isLowIncome ? '是' : '不是' },
            { words: '入住', value: home.movedInOn ?? '没有登记' },
            { words: '备注', value: home.note || '没有' },
          ]}
        />
        <Box className="btns btns--desk pads-top">
          {mayDo(posts, 'households.mend') && (
            <Button look="line" icon="edit" onPress={() => setDoing('mend')}>
              改登记
            </Button>
          )}
          {mayDo(posts, 'households.issue-bind-codes') && (
            <Button look="line" icon="print" onPress={() => setDoing('print')}>
              打印绑定码
            </Button>
          )}
        </Box>
      </Card>
      {doing === 'mend' && <HouseholdMend home={home} onClose={close} />}
      {doing === 'print' && <BindCodeSheet home={home} onClose={close} />}
    </>
  );
}

function Household({ householdId, posts }: { householdId: HouseholdId; posts: Posts }) {
  const asked = useAsk(householdQuery(householdId));
  return (
    <Answer of={asked}>
      {(home) => (
        <Box className="desk">
          <Box className="desk__part desk__part--first">
            <Registration home={home} posts={posts} />
          </Box>
          <Box className="desk__part">
            <HouseholdPeople home={home} posts={posts} />
          </Box>
        </Box>
      )}
    </Answer>
  );
}

/** 住户登记: one home, its people, and what the post may do for them. */
export default function HouseholdPage() {
  const id = z.safeParse(HouseholdId, useRouter().params.id);
  return (
    <StaffPage title="住户登记" needs={['households.read']}>
      {({ posts }) =>
        id.success ? (
          <Household householdId={id.data} posts={posts} />
        ) : (
          <Blank
            icon="search"
            title="没找到这一户"
            sub="重新找一次"
            action={<ButtonLink to={HOUSEHOLDS_PAGE}>找一户</ButtonLink>}
          />
        )
      }
    </StaffPage>
  );
}
