import type { ShelfItem } from '@bank/shared/contracts/redemption';
import { Box, Picture } from '@/ui/element';
import { Icon } from '@/ui/icon';
import { goodsPictures } from './goods-pictures';

/** The drawing of the goods in its well: small in a row, medium in a sheet, large on its own page. */
export function PictureWell(props: { of: ShelfItem['picture']; size: 's' | 'm' | 'l' }) {
  const { of, size } = props;
  const picture = goodsPictures[of];
  return (
    <Box className={`well well--${size}`} silent>
      {picture ? (
        <Picture src={picture} className="well__pic" label="" />
      ) : (
        <Icon name="gift" tone="ink-3" size="l" />
      )}
    </Box>
  );
}
