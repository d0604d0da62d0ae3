import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '邮件以外的途径',
  help: '不常看邮件的人，可以改由本县的企业微信群、钉钉群机器人或短信网关收到同一条提醒。群里只发主题和入口，不发能直接办理的链接。地址和密钥只存一次，不再显示。',
  kind: '哪一种',
  kinds: { wecom: '企业微信群机器人', dingtalk: '钉钉群机器人', sms: '短信网关' } as Record<string, string>,
  name: '名称',
  url: '地址（webhook）',
  secret: '密钥（钉钉加签、短信令牌）',
  add: '增加途径',
  save: '保存',
  trial: '试发一条',
  tried: '已发出，请到群里或手机上看。',
  phone: '试发到哪个手机',
  remove: '去掉',
  removeAsk: (name: string) => `去掉“${name}”？`,
  removeText: '去掉后，不再经这条途径发提醒；再要用，地址和密钥要重新填写。',
  saved: '已保存。',
  choose: '提醒发到',
  mail: '邮箱',
}

const en: typeof zh = {
  title: 'Ways beside mail',
  help: 'Whoever seldom reads mail can get the same reminder by a robot in a group of the county’s messenger, or as a short message. A group gets the subject and the way in, no link that acts. Address and secret are kept and never shown again.',
  kind: 'Kind',
  kinds: { wecom: 'WeCom group robot', dingtalk: 'DingTalk group robot', sms: 'Short messages' },
  name: 'Name',
  url: 'Address (webhook)',
  secret: 'Secret (DingTalk signature, bearer token)',
  add: 'Add a way',
  save: 'Save',
  trial: 'Send a trial message',
  tried: 'Sent: look in the group, or on the telephone.',
  phone: 'Telephone for the trial',
  remove: 'Take away',
  removeAsk: (name) => `Take away “${name}”?`,
  removeText: 'No reminder goes this way any more; to use it again, enter its address and secret anew.',
  saved: 'Saved.',
  choose: 'Reminders go to',
  mail: 'Mail',
}

export const channelWords: Record<Lang, typeof zh> = { zh, en }
