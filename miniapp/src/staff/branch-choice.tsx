import type { Branch, BranchId } from '@bank/shared/contracts/redemption';
import seal from '@/ui/brand/seal.svg';
import { Chips } from '@/ui/choice';
import { Box, Heading, Picture } from '@/ui/element';

/** Whose counter this is, and what is said beside it; a choice only where a post covers several. */
export function BranchChoice(props: {
  branches: readonly Branch[];
  branch: Branch | null;
  beside?: string;
  onChoose: (branchId: BranchId) => void;
}) {
  const { branches, branch, beside, onChoose } = props;
  const aside = beside && <Box className="sub num desk-head__beside">{beside}</Box>;
  if (branches.length < 2) {
    return (
      <Box className="desk-head">
        <Picture className="desk-head__seal" src={seal} label="" />
        <Heading level={2} className="desk-head__name song">
          {branch?.name ?? '还没有储蓄所'}
        </Heading>
        {aside}
      </Box>
    );
  }
  return (
    <>
      <Chips
        label="哪一处储蓄所"
        choices={branches.map(({ id, name }) => ({ value: id, words: name }))}
        value={branch?.id ?? ('' as BranchId)}
        onChoose={onChoose}
      />
      {aside && <Box className="desk-head">{aside}</Box>}
    </>
  );
}
