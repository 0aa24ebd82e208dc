import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The weapp build the tests run. It is made before them, once; a test that found none would prove
 * nothing, so there is no going on without it.
 */
export function weappDist(): string {
  const built = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url));
  // A build kept elsewhere, such as the last one, can be put to the same tests.
  const dist = process.env.WEAPP_DIST ?? built;
  if (!existsSync(`${dist}/app.json`)) {
    throw new Error(`${dist} holds no app.json: run the script build:weapp first`);
  }
  return dist;
}
