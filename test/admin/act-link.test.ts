import { expect, it } from 'vitest'
import { neededBy } from '../../admin/act/OfferForm.tsx'
import { mustSay } from '../../admin/ledger/act/asked-twice.ts'
import { insistsOn } from '../../shared/definition/by-mail.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

it('insists on a reason from a mail where the form of the record does, on every ledger', () => {
  let steps = 0
  for (const ledger of ledgers)
    for (const [key, rule] of Object.entries(ledger.transitions))
      for (const [branch, { to, when }] of (rule.branches ?? []).entries()) {
        const [answer] = when
        const choice = answer && 'field' in answer ? ledger.fields[answer.field]?.kind === 'choice' : false
        if (when.length !== 1 || !choice || !answer || !('field' in answer) || answer.is === undefined) continue
        for (const state of rule.from) {
          const outcome = { record: { state: to ?? state }, event: { branch } } as unknown as Moved
          const value = [answer.is].flat()[0]
          const needed = neededBy({ insists: insistsOn(ledger, key) }, { [answer.field]: value })
          const wanted = mustSay(ledger, { state }, key, outcome)
          if (wanted) steps += 1
          expect([...new Set(needed)], `${ledger.key} ${key} ${state}`).toEqual(wanted ? [wanted] : [])
        }
      }
  expect(steps).toBeGreaterThan(3)
})
