import type { Lang } from '../../shared/names.ts'

const zh = {
  act: '粘贴修改',
  title: '把表格里复制的内容粘贴进来',
  how: (n: string) => `选中了 ${n} 件，按列表里的先后，一行对一件。先核对，再改；改错了可以一次撤销。`,
  first: '从哪一列开始',
  choose: '请选择',
  cells: '在这里粘贴',
  rows: (n: string, of: string) => `粘贴了 ${n} 行，选中的是 ${of} 件，行数要一样。`,
  columns: '粘贴的列太多，右边没有这么多列。',
  into: (names: string) => `会改这些列：${names}。空格子会清空原来的内容。`,
  check: '去核对',
  name: '粘贴修改',
}
type PasteWords = typeof zh

const en: PasteWords = {
  act: 'Paste cells',
  title: 'Paste cells copied from a spreadsheet',
  how: (n) => `${n} selected: one row for each, in the order of the list. Checked first, then changed; one act takes it back.`,
  first: 'Beginning at column',
  choose: 'Choose',
  cells: 'Paste here',
  rows: (n, of) => `${n} rows pasted for ${of} selected; they must be as many.`,
  columns: 'More columns than there are to the right.',
  into: (names) => `Changes these columns: ${names}. Empty cells clear what stands there.`,
  check: 'Check',
  name: 'pasted cells',
}

export const pasteWords: Record<Lang, PasteWords> = { zh, en }
