import { act, type Days, type Play } from './play.ts'

/** 预算执行月报: what departments had spent by the end of September, and what the rules made of it. */
export const budgetExecutions = ({ year }: Days): Play[] => {
  const report = (unit: string, budget: number, paid: number, more: Record<string, number>, acts: Play['acts'] = []): Play => ({
    ledger: 'budget-executions',
    by: 'county',
    data: { unit, fiscal: year, month: 'm9', budget, paid, ...more },
    acts,
  })
  const compare = act('county-finance', 'compare')
  return [
    report('education', 142000, 103800, {}, [compare]),
    report('housing', 38600, 15200, {}, [compare]),
    report('transport', 26400, 21700, { held: 860 }, [compare]),
    report('culture', 6200, 4700, { unplanned: 35 }, [compare]),
    report('health', 88100, 64000, {}),
    report('water', 19800, 0, {}, [act('county', 'drop', { reason: '支出数没有取到，重新导入。' })]),
  ]
}
