import type { PostRecord } from '@bank/shared/contracts/access';
import { useState } from 'react';
import { type PostState, postsQuery } from '@/data/posts';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { Seg } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Row, RowPress } from '@/ui/row';
import { Card } from '@/ui/section';
import { mayDo } from '../duties';
import { PostSheets } from '../post-sheets';
import { StaffPage } from '../staff-page';

const STATES = [
  { value: 'active', words: '生效中' },
  { value: 'waiting', words: '等同意' },
  { value: 'ended', words: '结束了' },
] as const;
const SEARCH_LENGTH_MAX = 40;

const dayWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};
const daysOf = ({ fromOn, toOn }: PostRecord) =>
  `${dayWords(fromOn)}起${toOn === null ? '' : `，到 ${dayWords(toOn)}`}`;

function Lines({ posts, gives }: { posts: readonly PostRecord[]; gives: boolean }) {
  const [chosen, setChosen] = useState<PostRecord>();
  return (
    <Card>
      {posts.map((post) => {
        const words = {
          title: `${post.personName} · ${post.roleName}`,
          sub: [...new Set([post.areaName, post.organisation, daysOf(post)])]
            .filter(Boolean)
            .join(' · '),
        };
        return gives ? (
          <RowPress key={post.id} {...words} onPress={() => setChosen(post)} />
        ) : (
          <Row key={post.id} {...words} />
        );
      })}
      {chosen && <PostSheets post={chosen} onClose={() => setChosen(undefined)} />}
    </Card>
  );
}

function Posts({ gives }: { gives: boolean }) {
  const [state, setState] = useState<PostState>('active');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const asked = useAsk(postsQuery(state, search));
  const find = () => setSearch(typed.trim());
  return (
    <Box className="pads">
      <Seg label="看哪些岗位" choices={STATES} value={state} onChoose={setState} />
      <Field
        label="找一位"
        hint="姓名或拼音首字母"
        value={typed}
        lengthMax={SEARCH_LENGTH_MAX}
        onChange={setTyped}
        onEnter={find}
      />
      <Box className="pads-bottom">
        <Button look="line" block icon="search" onPress={find}>
          找
        </Button>
      </Box>
      <Answer
        of={asked}
        empty={{
          when: ({ posts }) => posts.length === 0,
          face: <Blank icon="people" title="这里没有岗位" sub="换一个名字，或看别的状态" />,
        }}
      >
        {({ posts, more }) => (
          <>
            <Lines posts={posts} gives={gives} />
            {more && <Box className="sub pads">还有更多，请按姓名找</Box>}
          </>
        )}
      </Answer>
      {gives && <Box className="sub pads-y">给新岗位：到「找一户」里点这个人</Box>}
    </Box>
  );
}

/** 岗位: who does what where, since when and until when. */
export default function PostsPage() {
  return (
    <StaffPage title="岗位" needs={['posts.read']}>
      {({ posts }) => <Posts gives={mayDo(posts, 'posts.give')} />}
    </StaffPage>
  );
}
