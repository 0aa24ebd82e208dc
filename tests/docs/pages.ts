import { whoMay } from '@bank/api/docs-page';
import { allHandlers } from '@bank/api/handlers';
import { GLOSSARY } from '@bank/shared/glossary';
import { meaningOf, problemCodes } from '@bank/shared/problem';

export const FROM = '<!-- Written by `pnpm docs` from the code; a test fails when it is stale. -->';

/** The words of the house. */
export function glossaryPage(): string {
  const lines = GLOSSARY.map(([code, chinese, note]) => `| ${code} | ${chinese} | ${note} |`);
  return [
    FROM,
    '# Glossary',
    '',
    '| in the code | on the screen | note |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

/** Every promise with its duty, and every refusal. */
export function promisesPage(): string {
  const wechat = { codeToSession: () => Promise.reject(new Error('never asked')) };
  const endpoints = allHandlers(wechat).map((handler) => handler.endpoint);
  const promises = endpoints.map(
    ({ id, method, path, summary, duty, scope, refusals }) =>
      `| ${id} | ${method} ${path} | ${summary} | ${whoMay(duty)} | ${scope} | ${refusals.join(', ')} |`,
  );
  const refusals = [...problemCodes].sort().map((code) => {
    const { status, title } = meaningOf(code);
    return `| ${code} | ${status} | ${title} |`;
  });
  return [
    FROM,
    '# Promises',
    '',
    `${endpoints.length} endpoints under \`/api\`. Every change is a POST with a request id that is answered once.`,
    '',
    '| promise | request | what | who may | scope | refusals |',
    '|---|---|---|---|---|---|',
    ...promises,
    '',
    '# Refusals',
    '',
    '| code | status | title |',
    '|---|---|---|',
    ...refusals,
    '',
  ].join('\n');
}
