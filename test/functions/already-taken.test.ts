import { expect, test } from 'vitest'
import { takenWords } from '../../functions/api/version-said.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

test('who comes second with a step is told that it is taken, wherever that leads out of the states that it is taken in', () => {
  let told = 0
  for (const ledger of ledgers)
    for (const [step, { from, to, label }] of Object.entries(ledger.transitions)) {
      const at = (state: string, took: object) =>
        takenWords(ledger, { state, took: took as Record<string, { person: string; on: string }> }, step)
      const took = { [step]: { person: 'p1', on: '2026-03-02' } }
      const said = to === undefined || from.includes(to) ? undefined : at(to, took)
      if (said) told += 1
      if (to !== undefined && !from.includes(to)) {
        expect(said?.zh).toContain(`“${label.zh}”`)
        expect(said?.zh).toContain(`“${ledger.states[to]?.label.zh}”`)
        // Where it was not this step that somebody else took, something else was changed.
        expect(at(to, {})).toBeUndefined()
      }
      if (from[0] !== undefined) expect(at(from[0], took)).toBeUndefined()
    }
  expect(told).toBeGreaterThan(100)
  // Handed back in March, handed out again: whoever hands it back now is not told that somebody just did.
  const suggestions = ledgers.find(({ key }) => key === 'suggestions') ?? expect.fail('no suggestions')
  expect(takenWords(suggestions, { state: 'handling', took: { decline: { person: 'p1', on: '2026-03-02' } } }, 'decline')).toBeUndefined()
})
