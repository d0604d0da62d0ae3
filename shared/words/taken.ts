import type { Label } from '../names.ts'
import { uncapital } from './verbs.ts'

/**
 * What became of an item by a step of the engine's own. `alone`: only the engine takes it, and it is named by what happened, in a clause: 会议已经取消; of one that
 * is not, the state that it led to tells the rest.
 */
export const byItself = (step: Label, state: Label | undefined, alone = true): Label => {
  const en = `the system took the step “${step.en}” by itself`
  if (!alone) return { zh: `已自动${step.zh}`, en }
  if (/[已未尚经]/.test(step.zh)) return { zh: step.zh, en: uncapital(step.en) }
  return state
    ? { zh: `因${step.zh}，记为“${state.zh}”`, en: `the system moved it to “${state.en}” (${step.en})` }
    : { zh: `由系统自动办理：${step.zh}`, en }
}

/** What was taken back, as it is named there. */
const acts: Record<string, Label> = {
  create: { zh: '新建', en: 'Create' },
  edit: { zh: '修改', en: 'Edit' },
  delete: { zh: '删除草稿', en: 'Delete the draft' },
}

/** That a step was taken back, behind the name of who did it: 撤销了交办. `label`: of the ledger's own step. */
export function tookBack(transition: string, label: Label | undefined): Label | undefined {
  const act = label ?? acts[transition]
  return act && { zh: `撤销了${act.zh}`, en: `took back “${act.en}”` }
}
