import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest begins first, so that two workers end together: the walks at the top of `test/`, then what needs parts, then the rest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

const rank = ({ moduleId, project }: TestSpecification): number => (project.name === 'alone' ? 2 : /\/test\/[^/]+$/.test(moduleId) ? 0 : 1)
