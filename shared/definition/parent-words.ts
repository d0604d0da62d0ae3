import type { Judged } from '../engine/holds.ts'
import type { Label } from '../names.ts'
import { type Scope, sees } from '../scope.ts'
import { isNow } from '../words/verbs.ts'

/** What a refusal may say to whoever asks: where the parent stands only to who reads it. */
export function toldTo(scope: Scope, judged: Judged): Judged {
  const { parent, ...kin } = judged.kin
  return parent && !sees(scope, parent.readers) ? { ...judged, kin } : judged
}

/** Where the parent stands, and whether this was to be done before or is yet to come. */
export function parentWords(wanted: string[], { kin: { parent, phases, stands } }: Judged): Label {
  const now = parent && stands?.(parent.ledger, parent.state)
  if (!now) return { zh: '它所属的那一件还没有走到这一步。', en: 'What it belongs to has not come that far yet.' }
  const here = { zh: `所属事项${isNow(now.label.zh)}`, en: `What it belongs to is now “${now.label.en}”` }
  const over = ['done', 'void'].includes(phases(parent.ledger, parent.state) ?? '')
  // A state that the parent's ledger does not have is another parent's.
  return over || wanted.every((state) => (stands?.(parent.ledger, state)?.depth ?? 0) <= now.depth)
    ? { zh: `${here.zh}，这一步已经不能再办。`, en: `${here.en}; the time for this step has passed.` }
    : { zh: `${here.zh}，还没有到办这一步的时候。`, en: `${here.en}; the time for this step has not come yet.` }
}
