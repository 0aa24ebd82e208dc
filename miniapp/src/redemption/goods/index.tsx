import { type Branch, BranchId, type ShelfItem } from '@bank/shared/contracts/redemption';
import type { Settings } from '@bank/shared/contracts/scoring';
import { ItemId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { isNotSignedIn } from '@/data/errors';
import { passbookQuery } from '@/data/passbook';
import { useAsk } from '@/data/query-client';
import { itemQuery } from '@/data/redemption';
import { rulebookQuery } from '@/data/scoring';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box, Heading, Words } from '@/ui/element';
import { BIND_PAGE, SIGN_IN_PAGE, TABS } from '@/ui/go';
import { sayPoints } from '@/ui/points';
import { Row } from '@/ui/row';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag } from '@/ui/tag';
import { PictureWell } from '../picture-well';
import { itemWords, stockWords, whyNot } from '../purchase';
import { RedeemSheet } from '../redeem-sheet';

type Settled = Settings | undefined;

function Goods(props: { item: ShelfItem; branch: Branch; settings: Settled }) {
  const { item, branch, settings } = props;
  const left = stockWords(item);
  return (
    <>
      <PictureWell of={item.picture} size="l" />
      <Box className="band" silent />
      <Box className="pads">
        <Box className="flex price">
          <Words className="num red b price__num">{sayPoints(item.price)}</Words>
          <Words className="b red grow">分</Words>
          <Tag tone={left.isFew ? 'ochre' : 'plain'}>{left.words}</Tag>
        </Box>
        <Heading level={2} className="h1">
          {itemWords(item)}
        </Heading>
        <Box className="sub">{`每户每月最多 ${item.monthlyMax} ${item.unit}`}</Box>
      </Box>
      <Box className="sides">
        <Card>
          {item.donor !== null && (
            <Row icon={{ name: 'handshake', tone: 'green' }} title={`${item.donor} 捐赠`} />
          )}
          <Row
            icon={{ name: 'pin', tone: 'indigo' }}
            title={`到${branch.name}领`}
            sub={[branch.openDays, branch.address].filter(Boolean).join(' · ')}
          />
          {settings && (
            <Row
              icon={{ name: 'clock', tone: 'ochre' }}
              title={`${settings.reserveDays} 天内来领`}
              sub="过期积分自动退回"
            />
          )}
        </Card>
      </Box>
      <Box className="tail" />
    </>
  );
}

/** The page's one action, or the reason why there is none. */
function Redeem(props: { item: ShelfItem; branch: Branch; settings: Settled }) {
  const { item, branch, settings } = props;
  const passbook = useAsk(passbookQuery());
  const [asking, setAsking] = useState(false);
  const means = passbook.data;
  if (!means) {
    if (isNotSignedIn(passbook.error)) return <ButtonLink to={SIGN_IN_PAGE}>登录后兑换</ButtonLink>;
    if (passbook.error) return <ButtonLink to={BIND_PAGE}>绑定存折后兑换</ButtonLink>;
    return (
      <Button offBecause="正在打开…" onPress={() => undefined}>
        兑换
      </Button>
    );
  }
  return (
    <Box className="flex">
      <Box className="grow">
        <Box className="cap">可以兑换</Box>
        <Box className="num b h2">{`${sayPoints(means.available)} 分`}</Box>
      </Box>
      <Button
        offBecause={whyNot(item, means, settings?.redeemFrom)}
        onPress={() => setAsking(true)}
      >
        兑换
      </Button>
      {asking && (
        <RedeemSheet
          item={item}
          branch={branch}
          available={means.available}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}

function GoodsView({ branchId, itemId }: { branchId: BranchId; itemId: ItemId }) {
  const asked = useAsk(itemQuery(branchId, itemId));
  const settings = useAsk(rulebookQuery()).data?.settings;
  const foot = asked.data && (
    <Box className="footbar">
      <Redeem {...asked.data} settings={settings} />
    </Box>
  );
  return (
    <Shell title="商品" foot={foot}>
      <Answer of={asked}>{(answer) => <Goods {...answer} settings={settings} />}</Answer>
    </Shell>
  );
}

/** 商品: what it costs, how much is left, where and by when it is fetched. */
export default function GoodsPage() {
  const { branch, item } = useRouter().params;
  const branchId = z.safeParse(BranchId, branch);
  const itemId = z.safeParse(ItemId, item);
  if (branchId.success && itemId.success) {
    return <GoodsView branchId={branchId.data} itemId={itemId.data} />;
  }
  return (
    <Shell title="商品">
      <Blank
        icon="shop"
        title="没找到这样货品"
        sub="回货架再看看"
        action={<ButtonLink to={TABS.shelf.path}>看货架</ButtonLink>}
      />
    </Shell>
  );
}
