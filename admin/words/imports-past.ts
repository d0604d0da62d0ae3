const listed = (parts: string[], mark = ', ') => parts.filter(Boolean).join(mark)

/** Of files that were imported, and what taking one back says. */
export const pastZh = {
  title: '导入过的文件',
  when: '时间',
  who: '导入人',
  me: '我',
  file: '文件',
  did: '结果',
  more: '更早的',
  undo: '撤销导入',
  keep: '不撤销',
  ask: '撤销这次导入？',
  what: (created: string, updated: string) =>
    `${listed([created && `新增的 ${created} 件将删去`, updated && `更新的 ${updated} 件将改回`], '，')}。导入以后又办过的不动，会列出来。`,
  counted: (done: string, of: string) => `正在撤销，已看 ${done} 件，共 ${of} 件`,
  undoing: '正在撤销…',
  undone: (created: string, updated: string) =>
    `已撤销导入：${listed([created && `已删去新增的 ${created} 件`, updated && `已改回更新的 ${updated} 件`], '，') || '没有可撤销的'}。`,
  undoneBut: (n: string, left: string) => `已撤销 ${n} 件，${left} 件没有动。`,
  leftHead: (n: string) => `这 ${n} 件没有动：`,
  row: (n: string) => `第 ${n} 行`,
  counts: (created: string, updated: string) => `新增 ${created} 件，更新 ${updated} 件`,
  nothing: '没有变化',
  refused: '有错，没有导入',
  running: '正在导入',
}

export const pastEn: typeof pastZh = {
  title: 'Imported files',
  when: 'When',
  who: 'Who',
  me: 'I',
  file: 'File',
  did: 'Result',
  more: 'Earlier ones',
  undo: 'Take back',
  keep: 'Keep it',
  ask: 'Take this import back?',
  what: (created, updated) =>
    `${listed([created && `Created (${created}): gone`, updated && `changed (${updated}): as before`])}. Touched since: left.`,
  counted: (done, of) => `Taking back: ${done} of ${of}`,
  undoing: 'Taking back…',
  undone: (created, updated) => `Taken back: ${listed([created && `${created} gone`, updated && `${updated} as before`]) || 'nothing'}.`,
  undoneBut: (n, left) => `${n} taken back, ${left} left.`,
  leftHead: (n) => `Left as they are (${n}):`,
  row: (n) => `Row ${n}`,
  counts: (created, updated) => `${created} created, ${updated} updated`,
  nothing: 'no changes',
  refused: 'faults, not imported',
  running: 'going on',
}
