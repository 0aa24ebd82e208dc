import type { PostRecord } from '@bank/shared/contracts/access';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useApprovingPost, useEndingPost } from '@/data/posts';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { go } from '@/ui/go';
import { RowPress } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { givePostPage } from './pages';
import { CodeSheet } from './person-sheets';

type Doing = 'approve' | 'end' | 'code';

function DecideSheet(props: { post: PostRecord; approve: boolean; onClose: () => void }) {
  const { post, approve, onClose } = props;
  const approving = useApprovingPost(post.id);
  const ending = useEndingPost(post.id);
  const { state, send, again } = approve ? approving : ending;
  useDone<unknown>(state, onClose);
  const title = approve ? '同意这个岗位' : '结束这个岗位';
  return (
    <Sheet title={title} onClose={onClose}>
      <Box>{`${post.personName}：${post.roleName} · ${post.areaName}`}</Box>
      {!approve && <Box className="sub">权限马上收回，登录着的手机也一样</Box>}
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        onPress={() => void send({ grantId: post.id })}
      >
        {title}
      </Button>
    </Sheet>
  );
}

/** What can be done about a post; each in a sheet of its own. */
export function PostSheets({ post, onClose }: { post: PostRecord; onClose: () => void }) {
  const [doing, setDoing] = useState<Doing>();
  if (doing === 'code') {
    const person = { id: post.personId, name: post.personName };
    return <CodeSheet person={person} staff onClose={onClose} />;
  }
  if (doing !== undefined) {
    return <DecideSheet post={post} approve={doing === 'approve'} onClose={onClose} />;
  }
  return (
    <Sheet title={`${post.personName} · ${post.roleName}`} onClose={onClose}>
      {post.state === 'waiting' && (
        <RowPress title="同意" sub="岗位马上生效" onPress={() => setDoing('approve')} />
      )}
      {post.state !== 'ended' && <RowPress title="结束岗位" onPress={() => setDoing('end')} />}
      {post.state === 'active' && (
        <RowPress title="给一次性码" sub="第一次登录用" onPress={() => setDoing('code')} />
      )}
      <RowPress
        title="再给一个岗位"
        onPress={() => {
          onClose();
          go(givePostPage(post.personId, post.personName));
        }}
      />
    </Sheet>
  );
}
