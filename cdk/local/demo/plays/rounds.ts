import { act, type Days, on, type Play } from './play.ts'

/** 工作链: the three rounds of a year over suggestions and tasks, and one that was given up. */
export const rounds = ({ work }: Days): Play[] => {
  const round = (name: string, kind: string, until: number, more: Record<string, unknown>, acts: Play['acts']): Play => ({
    ledger: 'rounds',
    by: 'county',
    data: { name, kind, asks: '写明进度、存在的问题和下步打算；没有情况的零报告。', until: work(until), ...more },
    acts,
  })
  const start = act('county', 'start')
  const sheet = (township: string) => ({ ledger: 'round-sheets', township })
  return [
    round('年初交办明责任', 'handover', -20, { towns: ['xinan', 'bailu', 'tanggou'] }, [
      start,
      on(sheet('xinan'), 'xinan', 'file', { finding: '三件建议已落实到人。', progress: 100 }),
      on(sheet('bailu'), 'bailu', 'fileNil'),
      act('county', 'sum', { summary: '两镇已报，一镇未报。' }),
    ]),
    round('年中督查问进度', 'inspection', 15, { towns: ['xinan', 'bailu', 'sankou', 'xinji'] }, [
      start,
      on(sheet('xinan'), 'xinan', 'file', { finding: '管网改造完成六成，资金有缺口。', progress: 60, next: '争取年底前完成。' }),
      on(sheet('sankou'), 'sankou', 'file', { finding: '道路已通车。', progress: 100 }),
    ]),
    round('专项督查河道整治', 'inspection', 8, { units: ['water'] }, [
      start,
      on({ ledger: 'round-sheets' }, 'water', 'file', { finding: '清淤完成两条。', progress: 50 }),
    ]),
    round('年底测评求实效', 'evaluation', 60, { among: 'suggestions?state=closed' }, []),
    round('专项督查秸秆禁烧', 'other', 20, { towns: ['lijiji'] }, [start, act('county', 'cancel', { reason: '并入年中督查。' })]),
  ]
}
