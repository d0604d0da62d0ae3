import type { Label } from '../names.ts'

/** Why a row of an import was left as it is when the import was taken back. */
export const left = {
  touched: (name: string, on: string): Label => ({
    zh: `导入以后${name}又办过（${on}），没有动。`,
    en: `${name} acted on it since the import (${on}); it was left.`,
  }),
  followed: {
    zh: '导入以后有别的事项挂在它下面或引用它，没有动。',
    en: 'Other items belong to it or name it by now; it was left.',
  },
  deleted: { zh: '导入以后已被删除，没有动。', en: 'It was deleted since the import; it was left.' },
  taken: {
    zh: '它原来占用的编号或唯一内容，现在已归另一件，没有动。',
    en: 'What it held for itself alone before belongs to another item by now; it was left.',
  },
  untold: { zh: '没有留下撤销所需的记录，没有动。', en: 'What taking it back needs was not kept; it was left.' },
  unseen: { zh: '导入以后别的单位又办过，没有动。', en: 'Another office acted on it since the import; it was left.' },
} satisfies { [key: string]: Label | ((...words: string[]) => Label) }

/** Why an import cannot be taken back. */
export const noUndo = {
  dryRun: { zh: '这次只是核对，没有导入，不用撤销。', en: 'It was only checked, not imported; there is nothing to take back.' },
  refused: { zh: '这份文件没有导入，不用撤销。', en: 'This file was not imported; there is nothing to take back.' },
  running: {
    zh: '这份文件正在导入。等它完成，再撤销。',
    en: 'This file is still being imported. Wait until it is done, then take it back.',
  },
  untraced: {
    zh: '这次导入是旧版系统做的，没有留下撤销所需的记录。请逐件改回。',
    en: 'An earlier version imported it and kept no trace to take it back by. Correct the items one by one.',
  },
  notYours: { zh: '只有导入的人和县管理员能撤销这次导入。', en: 'Only who imported it and the county’s administrator may take it back.' },
} satisfies { [key: string]: Label }
