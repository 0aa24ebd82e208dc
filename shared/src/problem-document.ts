import * as z from './zod.ts';

/** RFC 9457. `detail` is a sentence for the family; `code` and `facts` are for the phone. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;
