import type { Label } from '../names.ts'

/** Why a ledger may not be called so. */
export const sameName = (name: string): Label => ({
  zh: `已经有“${name}”了，换一个名称，以免分不清。`,
  en: `There is a ledger “${name}” already; choose another name, so that people can tell them apart.`,
})
