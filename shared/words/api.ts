import type { Label } from '../names.ts'

/** What the API says to people by itself; refusals of the engine bring their own sentences. */
export const api = {
  noSession: { zh: '登录已过期，请重新登录。', en: 'Your session has ended. Please sign in again.' },
  disabled: { zh: '账号已停用。请联系县人大办。', en: 'This account is disabled. Please contact the county office.' },
  anotherPerson: {
    zh: '这个浏览器里已换成另一个账号登录，这一步没有做。请刷新页面核对账号；要以原来的账号办理，请重新登录。',
    en: 'Another account has signed in in this browser, so nothing was done. Reload the page, or sign in again under the account that you meant.',
  },
  otherForm: {
    zh: '系统正在更新，数据还没有整理完。请几分钟后再试；一直这样的，请联系管理员。',
    en: 'The system is being updated and its data are not ready yet. Try again in a few minutes; if it stays so, tell the administrator.',
  },
  notThere: { zh: '没有找到，或者不在您的范围内。', en: 'Not there, or outside your scope.' },
  noRoute: { zh: '没有这个地址。', en: 'There is no such address.' },
  noMethod: { zh: '这个地址不接受这种请求。', en: 'This address does not take that method.' },
  foreignOrigin: {
    zh: '请求来自别的网站，已拒绝。请从本系统的页面操作。',
    en: 'The request came from another site and was refused. Use this system’s own pages.',
  },
  disabledSees: { zh: '账号已停用，什么也看不到。', en: 'The account is disabled and sees nothing.' },
  leaderSees: { zh: '县领导能看全县的事项。', en: 'The county leader reads everything of the county.' },
  sittingStays: {
    zh: '只有最后一次会议、在登记的当天可以撤回。',
    en: 'Only the last session can be taken back, on the day on which it was opened.',
  },
  adminsOnly: { zh: '这一步由县人大办的管理员办理。', en: 'Only an administrator of the county office can do this.' },
  countyOnly: { zh: '这一步由县人大办办理，您单位不能操作。', en: 'Only the county office can do this.' },
  mayNot: { zh: '您的角色不能做这一步。请联系县人大办。', en: 'Your role cannot do this. Please contact the county office.' },
  badInput: { zh: '填写的内容有误，请按提示修改。', en: 'Some of the input is wrong. Please correct what is marked.' },
  badJson: { zh: '请求的正文不是合法的 JSON。', en: 'The body is not valid JSON.' },
  badText: { zh: '文字里有无法保存的字符，请删去后再试。', en: 'The text holds characters that cannot be kept. Please remove them.' },
  badNumber: { zh: '有一个数字太大或太小，无法保存。', en: 'A number is too large or too small to be kept.' },
  tooDeep: { zh: '内容嵌套太深。', en: 'The content is nested too deeply.' },
  badForm: { zh: '表单没有完整送达，请重新上传。', en: 'The form did not arrive whole. Please upload it again.' },
  tooLarge: { zh: '内容太大。请减少文字，或改用附件。', en: 'The content is too large. Shorten it, or use an attachment.' },
  ofNoLedger: { zh: '请在编号前写明台账，如 suggestions:r1。', en: 'Name the ledger before an id, as suggestions:r1.' },
  stale: { zh: '有人先保存了。请看最新内容，再决定怎么改。', en: 'Someone saved first. Look at the present state before you change it.' },
  versionMissing: { zh: '请在 If-Match 里写明您看到的版本。', en: 'Say in If-Match which version you have seen.' },
  versionUnreadable: {
    zh: 'If-Match 里要写您看到的版本号，例如 "3"。',
    en: 'If-Match names the version that you have seen, such as "3".',
  },
  keyReused: { zh: '这个 Idempotency-Key 已用于另一份内容。', en: 'This Idempotency-Key was used for another body.' },
  badKey: { zh: 'Idempotency-Key 为 1 到 200 个可见字符。', en: 'An Idempotency-Key has 1 to 200 visible characters.' },
  nothingOpen: {
    zh: '现在没有未办结的待办，没有可以用来预览的事项。',
    en: 'Nothing is owed at present, so there is no item to show it with.',
  },
  noStandIn: {
    zh: '代收的人要是本单位在用的另一个账号。',
    en: 'Whoever takes your mail must be another working account of your office.',
  },
  noReason: { zh: '请写明原因。', en: 'Say why.' },
  badCursor: { zh: '翻页位置无效，请从第一页重新查。', en: 'The cursor does not fit this query. Start again from the first page.' },
  officeTaken: { zh: '这个单位代号已有人用。', en: 'This office id is taken.' },
  noProof: {
    zh: '这一天的提醒还没有跑完，没有凭证。',
    en: 'No run of the reminders of that day has ended, so there is no proof.',
  },
  township: { zh: '请选一个乡镇。', en: 'Choose a township.' },
  linkSpent: { zh: '链接已用过或已过期。请重新申请。', en: 'This link was used or has expired. Please ask for a new one.' },
  challengeOver: { zh: '这一步已过期，请重新登录。', en: 'This step has expired. Please sign in again.' },
  wrongOld: { zh: '现在的密码不对。', en: 'The present password is wrong.' },
  wrongCode: { zh: '验证码不对，请看手机上最新的 6 位数字。', en: 'Wrong code. Enter the latest six digits from your phone.' },
  noPhone: {
    zh: '现在还不能打开两步验证：账号服务没有开这一项。请联系县人大办，由维护人员打开。',
    en: 'The second factor cannot be switched on: the account service does not offer it. Ask the county office to have it switched on.',
  },
  weakPassword: {
    zh: '密码至少 10 个字符，要有大写字母、小写字母、数字和半角符号（如 - ! #），不能有空格。',
    en: 'A password has at least 10 characters: capital and small letters, digits, a symbol such as - ! #, and no spaces.',
  },
  fileType: {
    zh: '这种文件不能上传。可以用 PDF、图片、Word、Excel、PPT、WPS、文本或表格文件。',
    en: 'This type of file cannot be uploaded. Use PDF, pictures, office documents, text or CSV.',
  },
  fileSize: { zh: '单个文件不能超过 20 MB。', en: 'A file may have 20 MB at most.' },
  noFile: {
    zh: '没有这个文件，或不是您上传的。请重新上传。',
    en: 'There is no such file, or you did not upload it. Please upload it again.',
  },
  ownWhole: { zh: '本县自己的台账要用 ledger 给出完整定义。', en: 'A ledger of the county’s own is given whole, as ledger.' },
  opens: {
    zh: '这样修改会让更多人看到或办理原来不对他们开放的内容。请看清是谁、看什么，再确认发布（opens=true）。',
    en: 'This lets more people see or do what was closed to them. Look who and what, then publish it once more with opens=true.',
  },
  oneLength: { zh: '请只写 workdays、days、months 中的一个。', en: 'Give exactly one of workdays, days and months.' },
  away: {
    zh: '系统的一个部分暂时连不上。内容没有丢，请等一会儿再试；一直这样请告诉县人大办。',
    en: 'A part of the system cannot be reached just now. Nothing is lost; try again in a moment, or tell the county office when it stays so.',
  },
  badDay: { zh: '日期要写成 2026-03-02。', en: 'Write the day as 2026-03-02.' },
} as const satisfies Record<string, Label>

/** Wrong e-mail or password; `left` tries remain before a lock of so many minutes. */
export const wrongPassword = (left: number, minutes: number): Label => ({
  zh: `邮箱或密码不对。再试 ${left} 次后将锁定 ${minutes} 分钟。`,
  en: `Wrong e-mail or password. Locked for ${minutes} minutes after ${left} more ${left === 1 ? 'try' : 'tries'}.`,
})

/** The session that is to be opened does not come after the present one. */
/** `since` is the first day of the session before. */
export const sittingDay = (since = ''): Label => ({
  zh: `会议的第一天不能晚于今天${since && `，也不能早于上一次会议的${since}`}。`,
  en: `It begins no later than today${since && `, and no earlier than the session before, ${since}`}.`,
})

export const sittingPast = ({ term, session }: { term: number; session: number }): Label => ({
  zh: `现在已是第 ${term} 届第 ${session} 次会议，只能开后面的届次。`,
  en: `It is already session ${session} of term ${term}; only a later one can be opened.`,
})

/** `until` as `10:45`, county time. */
export const locked = (until: string): Label => ({
  zh: `登录已锁定到 ${until}。急用请联系县人大办。`,
  en: `Locked until ${until}. If it is urgent, contact the county office.`,
})

/** A number in an address that is none, or outside its bounds. */
export const wholeNumber = (least: number, most: number): Label => ({
  zh: `要写 ${least} 到 ${most} 的整数。`,
  en: `A whole number from ${least} to ${most}.`,
})

/** What the route takes, when something else was sent. */
export const wrongType = (taken: string[]): Label => ({ zh: `请用 ${taken.join(' 或 ')} 发送。`, en: `Send ${taken.join(' or ')}.` })

export const tooFast = (seconds: number): Label => ({
  zh: `操作太快了，请等 ${seconds} 秒。`,
  en: `Too fast. Please wait ${seconds} seconds.`,
})

/** A bug, told by the id under which the log has it. */
export const fault = (id: string): Label => ({
  zh: `系统出错（编号 ${id}）。内容还在，请稍后再保存；再出错请把编号告诉县人大办。`,
  en: `Something failed (${id}). Your text is safe; try again, or give this number to the county office.`,
})

/** Short titles of the answers that refuse, by status. */
export const titles: Record<number, Label> = {
  401: { zh: '需要登录', en: 'Sign in first' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '方法不对', en: 'Method not allowed' },
  409: { zh: '现在不能这样做', en: 'Not possible now' },
  410: { zh: '链接已失效', en: 'The link is over' },
  412: { zh: '版本已过期', en: 'Stale version' },
  413: { zh: '内容太大', en: 'Too large' },
  415: { zh: '格式不对', en: 'Wrong content type' },
  422: { zh: '内容有误', en: 'Wrong input' },
  428: { zh: '缺少版本', en: 'Version missing' },
  429: { zh: '太快了', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'Something failed' },
  503: { zh: '暂时不能用', en: 'Not available now' },
}

/** What is said to who comes second with a step. */
export function alreadyTaken(step: Label, state: Label): Label {
  return {
    zh: `刚才已经有人办过“${step.zh}”，这件现在是“${state.zh}”，不用再办。`,
    en: `“${step.en}” has just been taken by somebody else: it is now “${state.en}”, and nothing is left to do.`,
  }
}

/** What is said at the sign-in of an office that is closed. */
export function officeEnded(name: Label, heir?: Label): Label {
  return heir
    ? {
        zh: `${name.zh}已撤销，由${heir.zh}接替。要继续办理，请县人大办把账号转到${heir.zh}。`,
        en: `${name.en} is closed and was taken over by ${heir.en}. Ask the county office to move your account there.`,
      }
    : { zh: `${name.zh}已撤销，账号不能再登录。请联系县人大办。`, en: `${name.en} is closed. Please contact the county office.` }
}
