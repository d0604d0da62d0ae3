/** Words for changing one field of many items. */
const zh = {
  act: '批量修改…',
  title: '批量修改',
  field: '改哪一项',
  choose: '请选择',
  can: (n: number) => `${n} 件可以改`,
  cannot: (n: number) => `，${n} 件现在不能改：`,
  go: (n: number) => `修改 ${n} 件`,
  clears: '空着就是清空这一项。',
  going: (done: number, all: number) => `正在修改 ${done} / ${all}`,
  done: (n: number) => `${n} 件已修改。`,
  not: (n: number) => `${n} 件没有改成：`,
  back: '改回去',
  wentBack: (n: number) => `${n} 件已改回原来的。`,
}
type Words = typeof zh
const s = (n: number) => `${n} item${n === 1 ? '' : 's'}`
const en: Words = {
  act: 'Change a field…',
  title: 'Change a field of many items',
  field: 'Which field',
  choose: 'Choose',
  can: (n) => `${s(n)} can be changed`,
  cannot: (n) => `; ${s(n)} cannot be now: `,
  go: (n) => `Change ${s(n)}`,
  clears: 'Left empty, the field is cleared.',
  going: (done, all) => `${done} of ${all} changed`,
  done: (n) => `${s(n)} changed.`,
  not: (n) => `${s(n)} not changed: `,
  back: 'Change back',
  wentBack: (n) => `${s(n)} as before again.`,
}
export const editWords = { zh, en }
