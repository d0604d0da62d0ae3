/** Words of an office's own page: a township, a unit, a deputy. */
const zh = {
  sentence: (open: string) => `在办 ${open} 件`,
  late: (n: string) => `，其中 ${n} 件超期`,
  soon: (n: string) => `，${n} 件 15 天内到期`,
  stop: '。',
  none: '现在没有在办的事项。',
  next: '最先到期的',
  systems: '各项工作',
  people: '人员',
  nobody: '还没有账号。',
  all: '全部事项',
  print: '打印',
  kinds: { township: '乡镇', unit: '单位', deputy: '代表', county: '县' } as Record<string, string>,
}
type Words = typeof zh
const en: Words = {
  sentence: (open) => `${open} open`,
  late: (n) => `, ${n} of them overdue`,
  soon: (n) => `, ${n} due within 15 days`,
  stop: '.',
  none: 'Nothing is open.',
  next: 'Due first',
  systems: 'By kind of work',
  people: 'People',
  nobody: 'No account yet.',
  all: 'All items',
  print: 'Print',
  kinds: { township: 'Township', unit: 'Unit', deputy: 'Deputy', county: 'County' },
}

export const officeWords = { zh, en }
