import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest, as measured on two idle cores, from two minutes down to ten seconds. The first of all builds the panel and the bundles, and the next
 * ones do without: two that need them would each build their own.
 */
const longest = [
  'browser-walk',
  'scope-walk',
  'demo-plays',
  'ledger-walks',
  'browser-accounts',
  'functions/answers-lost',
  'functions/inherited-names',
  'browser-papers',
  'browser-list',
  'browser-typing',
  'functions/mornings',
  'cdk/platform',
  'functions/api-fuzz',
  'functions/store/all-ledgers',
  'functions/store/migrate',
  'deviations/rounds',
  'doors',
  'functions/store/projection',
  'functions/transact/transact',
  'deviations/undo',
].map((name) => `test/${name}.test.ts`)

/** What takes longest begins first, so that the workers end together; what needs no parts is small, and fills up the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  const place = longest.indexOf(relative(project.config.root, moduleId))
  if (place >= 0) return place
  return longest.length + (project.name === 'alone' ? 1 : 0)
}
