import { writeNumber } from '../../parts/number.ts'
import type { PanelWords } from '../../words/panel.ts'

/** How many a list holds and which of them stand here, as far as it is known; empty where there are none, which the list itself says. */
export function countedHere(
  total: number | undefined,
  { from, shown, measure }: { from: number; shown: number; measure: string },
  { list, common }: { list: Pick<PanelWords['list'], 'total' | 'range'>; common: Pick<PanelWords['common'], 'of'> },
): string {
  if (shown === 0) return ''
  const range = list.range(writeNumber(from), writeNumber(from + shown - 1), measure)
  return total === undefined ? range : [list.total(writeNumber(total), measure), range].join(common.of)
}
