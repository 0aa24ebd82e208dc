import type { Branch, BranchId } from '@bank/shared/contracts/redemption';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';

/** Whose counter this is; a choice only where a post covers several. */
export function BranchChoice(props: {
  branches: readonly Branch[];
  branch: Branch | null;
  onChoose: (branchId: BranchId) => void;
}) {
  const { branches, branch, onChoose } = props;
  if (branches.length < 2) return <Box className="sub pads">{branch?.name ?? '还没有储蓄所'}</Box>;
  return (
    <Chips
      label="哪一处储蓄所"
      choices={branches.map(({ id, name }) => ({ value: id, words: name }))}
      value={branch?.id ?? ('' as BranchId)}
      onChoose={onChoose}
    />
  );
}
