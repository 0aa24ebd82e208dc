import type { CampaignCard } from '@bank/shared/contracts/selection';
import { Box, Heading } from '@/ui/element';
import { Icon } from '@/ui/icon';
import './selection.css';

/** The gold head of a campaign: what is honoured, and by whom. */
export function CampaignHead({ campaign }: { campaign: CampaignCard }) {
  const { title, kindName, siteName, seats } = campaign;
  return (
    <>
      <Box className="honour-head">
        <Icon name="ribbon" tone="gold" />
        <Heading level={2} className="song">
          {title}
        </Heading>
        <Box className="sub">{`${siteName} · 评出 ${seats} 家${kindName}`}</Box>
      </Box>
      <Box className="band" silent />
    </>
  );
}
