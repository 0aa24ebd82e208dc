import type { ProblemDocument } from '@bank/shared/problem-document';

/** The bank said no, in words a family can read. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemDocument) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.facts = problem.facts;
  }
}

/** The question went out and no answer came back that can be trusted: it may have been done, or not. */
export class UnknownOutcome extends Error {
  constructor(words = '还不知道办成没有。请再点一次，不会重复记，积分没有少') {
    super(words);
    this.name = 'UnknownOutcome';
  }
}

/** There is no network: nothing was sent. */
export class OfflineError extends Error {
  constructor() {
    super('没网，有网再试一次');
    this.name = 'OfflineError';
  }
}

/** Whether the bank asks who this is, before anything else. */
export const isNotSignedIn = (error: Error | null): boolean =>
  error instanceof ProblemError && error.code === 'request/not-signed-in';
