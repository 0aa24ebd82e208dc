import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeBuilder from '@axe-core/playwright';

/** The script itself: the kit around it would bring it anew at every look. */
export const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);

/** What axe never calls worse than moderate: none of their findings could count here. */
const NEVER_SERIOUS = [
  'aria-allowed-role',
  'aria-deprecated-role',
  'empty-heading',
  'form-field-multiple-labels',
  'heading-order',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'no-autoplay-audio',
  'page-has-heading-one',
  'region',
  'skip-link',
];

export const AXE_OPTIONS = {
  resultTypes: ['violations'],
  selectors: false,
  rules: Object.fromEntries(NEVER_SERIOUS.map((id) => [id, { enabled: false }])),
};

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];
/** A window that axe was brought to. */
export interface WithAxe {
  axe: { run(root: Document, options: object): Promise<{ violations: Violations }> };
}
