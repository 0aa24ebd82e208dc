import { dayOf, sayDay } from '@bank/shared/calendar';
import {
  CANDIDATES_MAX,
  type CampaignCard,
  type ReadNominations,
  STORY_MAX,
} from '@bank/shared/contracts/selection';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useAsk } from '@/data/query-client';
import { nominationsQuery, useOpeningVoting } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowSwitch } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';

type Nomination = OutputOf<typeof ReadNominations>['nominations'][number];
/** The story of each home that is to stand. */
type Shortlist = ReadonlyMap<string, string>;

const STORY_MIN = 5;
const storyError = (story: string) =>
  story.trim().length >= STORY_MIN ? undefined : `事迹至少 ${STORY_MIN} 个字`;

function Nominated(props: {
  nomination: Nomination;
  story: string | undefined;
  onStory: (story: string | undefined) => void;
}) {
  const { nomination, story, onStory } = props;
  const { householderName, householdCode, nominatedCount, stories } = nomination;
  return (
    <Box className="nominated">
      <RowSwitch
        title={`${householderName} 家`}
        sub={`存折号 ${householdCode} · ${nominatedCount} 家推荐`}
        on={story !== undefined}
        onTurn={(on) => onStory(on ? (stories[0] ?? '').slice(0, STORY_MAX) : undefined)}
      />
      {story === undefined ? (
        [...new Set(stories)].map((one) => (
          <Box key={one} className="quote sub">
            {one}
          </Box>
        ))
      ) : (
        <Field
          label={`${householderName} 家的事迹，大家看得到`}
          lines="many"
          value={story}
          lengthMax={STORY_MAX}
          error={storyError(story)}
          onChange={onStory}
        />
      )}
    </Box>
  );
}

/** Why voting cannot be opened with this list; undefined when it can. */
function whyNot(shortlist: Shortlist, seats: number): string | undefined {
  if (shortlist.size <= seats) return `候选要多于 ${seats} 家`;
  if (shortlist.size > CANDIDATES_MAX) return `候选最多 ${CANDIDATES_MAX} 家`;
  return [...shortlist.values()].some(storyError) ? '有一家的事迹太短' : undefined;
}

function OpenVotingSheet(props: {
  campaign: CampaignCard;
  candidates: readonly { nomination: Nomination; story: string }[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { campaign, candidates, onClose, onDone } = props;
  const { state, send, again } = useOpeningVoting(campaign.id);
  useDone(state, onDone);
  const isEarly = nowMs() <= campaign.nominateUntilMs;
  const open = () =>
    void send({
      campaignId: campaign.id,
      candidates: candidates.map(({ nomination, story }) => ({
        householdId: nomination.householdId,
        story: story.trim(),
      })),
    });
  return (
    <Sheet title="开投票" onClose={onClose}>
      <Box className="b">{`候选 ${candidates.length} 家，评出 ${campaign.seats} 家`}</Box>
      <Box className="pads-y">
        <Box>名册现在封好：今天住在这里的每一户有一票，以后搬来的这次不投</Box>
        <Box>候选和事迹从现在起不能再改</Box>
        {isEarly && <Box>推荐还没截止，开了投票就不再收推荐</Box>}
        <Box>
          {`投票 ${sayDay(dayOf(campaign.voteFromMs))} 到 ${sayDay(dayOf(campaign.voteUntilMs))}`}
        </Box>
      </Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={open}>
        封名册，开投票
      </Button>
    </Sheet>
  );
}

function Choosing({
  campaign,
  nominations,
}: {
  campaign: CampaignCard;
  nominations: readonly Nomination[];
}) {
  const [shortlist, setShortlist] = useState<Shortlist>(new Map());
  const [asking, setAsking] = useState(false);
  const put = (householdId: string, story: string | undefined) => {
    const next = new Map(shortlist);
    if (story === undefined) next.delete(householdId);
    else next.set(householdId, story);
    setShortlist(next);
  };
  // By household number: a candidate's number must not say how often it was recommended.
  const candidates = nominations
    .flatMap((nomination) => {
      const story = shortlist.get(nomination.householdId);
      return story === undefined ? [] : [{ nomination, story }];
    })
    .sort((one, other) => (one.nomination.householdCode < other.nomination.householdCode ? -1 : 1));
  return (
    <Section title={`收到推荐 ${nominations.length} 家`}>
      <Card>
        {nominations.map((nomination) => (
          <Nominated
            key={nomination.householdId}
            nomination={nomination}
            story={shortlist.get(nomination.householdId)}
            onStory={(story) => put(nomination.householdId, story)}
          />
        ))}
      </Card>
      <Box className="pads-y">{`打开的列入候选，已选 ${shortlist.size} 家`}</Box>
      <Button offBecause={whyNot(shortlist, campaign.seats)} onPress={() => setAsking(true)}>
        定候选，开投票
      </Button>
      {asking && (
        <OpenVotingSheet
          campaign={campaign}
          candidates={candidates}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        />
      )}
    </Section>
  );
}

/** 推荐和候选: what neighbours wrote, and who of them is to stand with which story. */
export function CampaignShortlist({ campaign }: { campaign: CampaignCard }) {
  const asked = useAsk(nominationsQuery(campaign.id));
  return (
    <Answer
      of={asked}
      empty={{
        when: ({ nominations }) => nominations.length === 0,
        face: (
          <Blank icon="people" title="还没有人推荐" sub="请网格员、联户长告诉各家，在评选里推荐" />
        ),
      }}
    >
      {({ nominations }) => <Choosing campaign={campaign} nominations={nominations} />}
    </Answer>
  );
}
