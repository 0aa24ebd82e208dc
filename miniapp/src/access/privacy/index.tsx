import { Box, Heading } from '@/ui/element';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';

const PARTS = [
  {
    title: '留着什么',
    words:
      '花名册上的姓名、家里关系、住址和电话，还有您家存折的每一笔。身份证号码不留，照片不留，位置不留。',
  },
  {
    title: '用来做什么',
    words: '只用来记积分、兑换和通知您。不拿去做广告，不交给商家。',
  },
  {
    title: '谁看得到',
    words:
      '您自己和家里人看得到自家的存折。管您这一片的工作人员办事时看得到您家的登记，改一次就有一次记录。',
  },
  {
    title: '公示时怎么写',
    words: '名字中间打 *，只写楼栋，不写单元和门牌，不写电话。',
  },
  {
    title: '码里有什么',
    words: '二维码里只有一串随机的字，没有姓名、电话、存折号。丢了可以作废。',
  },
  {
    title: '这部手机上留什么',
    words: '没网时要看的存折和取货码，会在这部手机上留一份。退出登录就清掉。',
  },
  {
    title: '您可以怎么做',
    words:
      '在「我的」里，随时可以看留着您的哪些信息、带走一份、解除绑定、退出登录。写错了，告诉网格员就改。账上的流水为了能核对，要一直留着。',
  },
] as const;

/** 隐私说明, in words that can be read aloud. */
export default function PrivacyPage() {
  return (
    <Shell title="隐私说明">
      <Box className="pads">
        <Card>
          {PARTS.map(({ title, words }) => (
            <Box key={title} as="section" className="prose">
              <Heading level={2} className="b">
                {title}
              </Heading>
              <Box as="p">{words}</Box>
            </Box>
          ))}
        </Card>
      </Box>
    </Shell>
  );
}
