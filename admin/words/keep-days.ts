const zh = {
  title: '导入的文件保存多久',
  help: '到期后文件自动删除，导入的结果和撤销不受影响。只对以后导入的文件有效。',
  unit: '天',
  save: '保存',
  saved: (days: string) => `以后导入的文件保存 ${days} 天。`,
  wrong: (most: string) => `写 1 到 ${most} 之间的整数。`,
}

const en: typeof zh = {
  title: 'How long imported files are kept',
  help: 'Then the file goes by itself; what it did stays, and can still be taken back. For files that are imported from now on.',
  unit: 'days',
  save: 'Save',
  saved: (days) => `Files imported from now on are kept ${days} days.`,
  wrong: (most) => `Write a whole number from 1 to ${most}.`,
}

/** How long the files of imports are kept. */
export const keepWords = { zh, en }
