import { config } from 'zod/mini';

/**
 * The one place zod is configured; import it as a namespace, so that a phone carries only what it
 * uses. `jitless` because mini-program engines forbid `new Function`; the package marks this file
 * as having side effects, so no bundler may skip it.
 */
config({ jitless: true, customError: (issue) => sayWhatIsWrong(issue) });

type Issue = { code: string; minimum?: unknown; maximum?: unknown; origin?: string };

function sayWhatIsWrong(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '这里没有填，或者填的不对';
    case 'too_small':
      return issue.origin === 'string'
        ? `至少要 ${issue.minimum} 个字`
        : `不能少于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能多于 ${issue.maximum}`;
    case 'invalid_value':
      return '只能从给出的选项里选';
    default:
      return '填的格式不对';
  }
}

export * from 'zod/mini';
