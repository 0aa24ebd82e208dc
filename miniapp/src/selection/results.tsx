import { RowLink } from '@/ui/row';
import { Card } from '@/ui/section';
import { Tag, Tags } from '@/ui/tag';
import { type Campaign, candidateWords } from './campaign-words';
import { candidatePage } from './pages';

/** Candidates with their votes: the chosen first. Empty before the urn was opened. */
export function countedOf({ candidates, results }: Campaign) {
  return (results ?? [])
    .flatMap((result) => {
      const candidate = candidates.find(({ id }) => id === result.candidateId);
      return candidate ? [{ ...candidate, ...result }] : [];
    })
    .sort((one, other) => other.votes - one.votes || one.number - other.number);
}

/** 结果: who was chosen and with how many votes. */
export function Results({ file }: { file: Campaign }) {
  return (
    <Card>
      {countedOf(file).map((one) => (
        <RowLink
          key={one.id}
          to={candidatePage(file.campaign.id, one.id)}
          title={candidateWords(one)}
          sub={one.building}
          end={`${one.votes} 票`}
          below={
            one.isChosen && (
              <Tags>
                <Tag tone="gold" icon="ribbon">
                  选上了
                </Tag>
              </Tags>
            )
          }
        />
      ))}
    </Card>
  );
}
