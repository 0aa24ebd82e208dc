import type { Branch, BranchId } from '@bank/shared/contracts/redemption';
import { type ReactNode, useState } from 'react';
import { counterQuery } from '@/data/counter';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { BranchChoice } from './branch-choice';

/** One branch of those a teller works at; another choice begins anew. */
export function AtCounter({ children }: { children: (branch: Branch) => ReactNode }) {
  const [branchId, setBranchId] = useState<BranchId>();
  const asked = useAsk(counterQuery(branchId));
  return (
    <Answer of={asked}>
      {(counter) => (
        <>
          <BranchChoice {...counter} onChoose={setBranchId} />
          {counter.branch && children(counter.branch)}
        </>
      )}
    </Answer>
  );
}
