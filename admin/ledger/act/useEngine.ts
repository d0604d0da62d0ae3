import { useModule } from '../../useModule.ts'

type Engine = typeof import('../../../shared/engine/transition.ts')

/** The engine itself, fetched when a form first needs it: the panel judges and foresees with the server's own functions. */
export function useEngine(): Engine | undefined {
  return useModule('engine', () => import('../../../shared/engine/transition.ts'))
}
