import type { Label } from '../names.ts'
import { say } from '../say.ts'
import { deskFields } from './desk-fields.ts'
import type { Field, FieldOf } from './field.ts'
import type { Ledger } from './ledger.ts'
import { optionsOf } from './options.ts'

/** The desks (委室) of a county's congress office, as `county:@field` and the accounts of its people name them. */
export const desks = {
  office: say('办公室', 'Office'),
  deputies: say('代表工委', 'Deputy affairs'),
  finance: say('财经工委', 'Finance'),
  law: say('监察法制工委', 'Supervision and law'),
  education: say('教科文卫工委', 'Education, science, culture and health'),
  social: say('社会建设工委', 'Social affairs'),
  agriculture: say('农业农村工委', 'Agriculture and rural affairs'),
  environment: say('环资城建工委', 'Environment and urban works'),
  personnel: say('人事任免工委', 'Personnel'),
}

/** The desk that does the county's part of an item; while none is named, the whole office does. */
export const inCharge: FieldOf<'choice'> = {
  kind: 'choice',
  label: say('承办委室', 'Desk in charge'),
  options: desks,
  help: say('选了委室，县人大办的待办和提醒就落到这个委室。', 'With a desk, what the county office owes and its mails go to that desk.'),
}

/** How desks are called: as the product knows them, and as these ledgers' own choices of the desk in charge do. */
export function deskLabels(ledgers: Pick<Ledger, 'fields' | 'duties'>[]): Record<string, Label> {
  const own = ledgers.flatMap((ledger) => deskFields(ledger).map((key) => optionsOf(ledger.fields[key] as Field, ledger.fields) ?? {}))
  return Object.assign({}, desks, ...own) as Record<string, Label>
}
