import { buildWhenChanged } from '@bank/api/build-pages';

/** The pages are built once, before several towns serve them. */
export const setup = () => buildWhenChanged('h5');
