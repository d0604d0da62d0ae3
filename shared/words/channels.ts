import type { Label } from '../names.ts'

/** What is said of the county's own messengers. */
export const channelTrial = {
  text: {
    zh: '督办：这是一条试发的消息，收到说明通道已经接好。',
    en: 'Duban: a trial message; that you read it means that the channel works.',
  },
  plain: { zh: '地址要以 https:// 开头。', en: 'The address must begin with https://.' },
  noAddress: { zh: '请填机器人或网关的地址。', en: 'Give the address of the robot or gateway.' },
  failed: (why: string): Label => ({
    zh: `没有发出去：${why}。请核对地址和密钥。`,
    en: `It was not sent: ${why}. Check address and secret.`,
  }),
}
