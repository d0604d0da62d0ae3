import { afterwards } from './afterwards.ts'
import { systemScope } from './store/system-scope.ts'

/**
 * Packs what has become fresh for searches, after writes that stand whatever comes of it. What that takes is loaded on its first use: most starts never need
 * it.
 */
export function packAfterwards(now: () => Date): Promise<boolean> {
  return afterwards(
    'packs of texts',
    import('./store/search/keep.ts').then(({ packByDay }) => packByDay(systemScope(), now)),
  )
}
