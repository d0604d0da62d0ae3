import type { Label } from '../names.ts'

/** Why nobody was urged. */
export const urging = {
  whom: { zh: '催办由县人大办或本乡镇人大办理。', en: 'Only the county office or the item’s own township can urge.' },
  none: { zh: '这件没有别的单位超期，不用催办。', en: 'No other office is late on this item, so there is nobody to urge.' },
  nobody: {
    zh: '承办单位没有能收到信的账号。请先在“账号与单位”里开通账号，或更正邮箱。',
    en: 'Mail reaches nobody in the office. Open an account there, or correct the address, first.',
  },
  already: { zh: '今天已经催过，明天可以再催。', en: 'They were urged today already; you can urge again tomorrow.' },
} as const satisfies Record<string, Label>
