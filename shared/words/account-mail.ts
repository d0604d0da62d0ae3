import type { Label } from '../names.ts'

/** What mails of accounts say. */
export const accountWords = {
  accountNote: { zh: '不是您本人申请的，不用理会，账号不会有变化。', en: 'If you did not ask for this, ignore it; nothing changes.' },
  invited: { zh: '开通账号', en: 'Your account' },
  reset: { zh: '重设密码', en: 'Set a new password' },
  choosePassword: { zh: '设置密码', en: 'Choose a password' },
} as const satisfies Record<string, Label>

export const invitation = (email: string, days: number): Label => ({
  zh: `县人大办为您开通了督办平台的账号，登录邮箱是 ${email}。请在 ${days} 天内打开下面的链接设置密码。`,
  en: `The county office has opened an account for you on Duban; you sign in with ${email}. Please choose a password within ${days} days.`,
})
export const resetting = (minutes: number): Label => ({
  zh: `有人为您的账号申请重设密码。请在 ${minutes} 分钟内打开下面的链接设置新密码。`,
  en: `Someone asked to reset the password of your account. Open the link below within ${minutes} minutes.`,
})
