import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a minute and more, on its own: begun first, so that no core is left with it at the end. */
const LONG = [
  'h5/residents',
  'h5/office',
  'property/book-model',
  'h5/faces',
  'writer/kill',
  'intake/take-in',
  'api/heavy-work',
  'start/start',
];

const rank = ({ moduleId }: TestSpecification) => {
  const at = LONG.findIndex((name) => moduleId.includes(`/tests/${name}`));
  return at < 0 ? LONG.length : at;
};

/** The order of test files, the same on a machine that never ran them before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byName = [...files].sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
    return byName.sort((one, other) => rank(one) - rank(other));
  }
}
