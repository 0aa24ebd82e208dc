import { buildWhenChanged } from '@bank/api/build-pages';

/** The pages are built once, before several towns serve them. */
export async function setup(): Promise<void> {
  await buildWhenChanged('h5');
}
