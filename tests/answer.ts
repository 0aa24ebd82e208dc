/** The code of a refusal; undefined for a yes. */
export const codeOf = (answer: unknown) => (answer as { problem?: { code: string } }).problem?.code;

/** What a yes brought. A test that expected one and heard a no fails with the words of it. */
export function bodyOf<Body>(answer: { status: number } & ({ body: Body } | object)): Body {
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
}
