import { describe, expect, test } from 'vitest';
import { decideApprovePost, decideEndPost, decideGivePost, isPost } from './post.ts';

const wish = { personId: 'p', role: 'teller' as const, fromOn: '2026-03-01', toOn: null };

describe('giving a post', () => {
  test('a post of the site takes effect at once', () => {
    expect(decideGivePost(wish, 'giver', [], 3)).toEqual({
      ok: true,
      value: { role: 'teller', state: 'active' },
    });
  });

  test.each(['county-admin', 'auditor'] as const)(
    'a %s waits while there is another admin to agree',
    (role) => {
      expect(decideGivePost({ ...wish, role }, 'giver', [], 1)).toMatchObject({
        value: { state: 'waiting' },
      });
      expect(decideGivePost({ ...wish, role }, 'giver', [], 0)).toMatchObject({
        value: { state: 'active' },
      });
    },
  );

  test('a day is enough, a day less is not', () => {
    expect(decideGivePost({ ...wish, toOn: '2026-03-01' }, 'giver', [], 0).ok).toBe(true);
    expect(decideGivePost({ ...wish, toOn: '2026-02-28' }, 'giver', [], 0)).toMatchObject({
      problem: { code: 'access/post-days-wrong' },
    });
  });

  test('an ended post of the kind may be given again, a waiting one not', () => {
    const held = (state: 'ended' | 'waiting') => [
      { personId: 'p', role: 'teller' as const, state },
    ];
    expect(decideGivePost(wish, 'giver', held('ended'), 0).ok).toBe(true);
    expect(decideGivePost(wish, 'giver', held('waiting'), 0)).toMatchObject({
      problem: { code: 'access/post-held' },
    });
  });

  test('residents and householders follow from the roster', () => {
    expect([isPost('resident'), isPost('householder'), isPost('teller')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(decideGivePost({ ...wish, role: 'householder' }, 'giver', [], 0)).toMatchObject({
      problem: { code: 'access/not-a-post' },
    });
    expect(decideGivePost(wish, 'p', [], 0)).toMatchObject({
      problem: { code: 'access/own-post' },
    });
  });
});

describe('agreeing and ending', () => {
  const waiting = {
    personId: 'p',
    role: 'auditor' as const,
    state: 'waiting' as const,
    givenBy: 'giver',
  };

  test('neither the holder nor the giver agrees', () => {
    expect(decideApprovePost(waiting, 'third')).toEqual({ ok: true, value: 'active' });
    for (const one of ['p', 'giver']) {
      expect(decideApprovePost(waiting, one)).toMatchObject({
        problem: { code: 'access/own-post' },
      });
    }
    expect(decideApprovePost({ ...waiting, state: 'active' }, 'third')).toMatchObject({
      problem: { code: 'access/post-not-waiting' },
    });
  });

  test('the last county admin stays; a waiting one was never in office', () => {
    const admin = { personId: 'p', role: 'county-admin' as const, state: 'active' as const };
    expect(decideEndPost(admin, 1)).toMatchObject({ problem: { code: 'access/last-admin' } });
    expect(decideEndPost(admin, 2).ok).toBe(true);
    expect(decideEndPost({ ...admin, state: 'waiting' }, 1).ok).toBe(true);
    expect(decideEndPost({ ...admin, state: 'ended' }, 2)).toMatchObject({
      problem: { code: 'access/post-ended' },
    });
  });
});
