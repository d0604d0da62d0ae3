/** Chinese of the forms: transitions, creating and editing, conflicts, sign-in, printed sheets, keys. */
export const actZh = {
  act: {
    first: (number: string, act: string) => `对 ${number} 办理“${act}”。`, goes: (state: string) => `办后这件是“${state}”。`, stays: '办后状态不变。', willBe: (duty: string, day: string) => `${duty}的期限将是 ${day}`, willBeNone: (duty: string) => `${duty}没有期限`, length: (length: string, who: string) => `${length}，${who}。`,
    skippedNone: '已跳过：无', skipped: (names: string) => `已跳过：${names}`, moves: (duty: string, day: string) => `${duty}的期限将改到 ${day}`, final: '不能撤销。', behalf: (me: string, office: string) => `以${me}名义代 ${office} 办理，经过中会注明。`, behalfOf: '代哪个单位办理', done: (act: string, state: string) => `已${act}。现在是“${state}”。`,
    doneDue: (duty: string, day: string, office: string) => `${office}的“${duty}”期限 ${day}。`, conflict: '看最新', ask: '写好的还没有办，要关掉吗？', keep: '接着写', drop: '关掉', taking: '正在办理…', confirm: (act: string) => `确认${act}`, recentOffices: '常用', allOffices: '全部', optional: '选填', nobody: '办后没有新的待办。',
    pasted: '已按文字粘贴，段落保留。', sumOk: '合计相符', sumOff: (sum: number, valid: number) => `各项合计 ${sum}，有效票 ${valid}，要相等`,
  },
  ballot: { all: '应到', present: '实到', issued: '发出', collected: '收回', valid: '有效' },
  form: {
    new: (ledger: string) => `新建${ledger}`, edit: (number: string) => `编辑 ${number}`, basics: '基本情况', more: '选填内容', saveDraft: '保存草稿', submit: (act: string) => act, give: '放弃', saved: (time: string) => `已自动保存 ${time}`, found: (time: string) => `有 ${time} 没写完的一份。`, goOn: '接着写', drop: '不要了', leaveTitle: '有没保存的修改', leaveText: '离开后，这里的修改还留在本机的自动保存里。', stay: '回去接着写', leave: '离开', created: (number: string) => `已新建 ${number}。`, draftSaved: '草稿已保存。', changed: '修改已保存。', nothing: '没有改动。',
    township: '乡镇', drop1: '拖到这里或选择，单个 20 MB 以内', uploading: (name: string, percent: number) => `${name} 已传 ${percent}%`, tooBig: (name: string) => `${name} 超过 20 MB，请压缩后再传。`, uploadFailed: (name: string) => `${name} 没有传上去，请再试一次。`, removed: (name: string) => `已去掉 ${name}`, addRow: '加一行', dropRow: '去掉这一行', pasteRows: '可从 Excel 粘贴', pasteNames: '可从 Excel 粘贴多个姓名', typed: '输入后按回车',
    noneDay: '没有期限', restDay: (name: string) => `休息日：${name}`, filled: (n: number, of: number) => `已填 ${n} / ${of}`, cannotEdit: '这件现在不能编辑。', searchRecord: '按编号或标题找', similar: '相似的：',
  },
  conflict: {
    title: '有人先保存了', sentence: (who: string, time: string, theirs: number, mine: number, both: number) => `${who}，${time} 改了 ${theirs} 处；您改了 ${mine} 处，其中 ${both} 处相同。`, was: '原来', theirs: (who: string) => `现在（${who}）`, mine: '您的', merged: (n: number, names: string) => `已替您合并 ${n} 处：${names}`, back: '回去接着改', save: '按所选保存',
  },
  sign: {
    title: '登录', email: '邮箱', password: '密码', show: '显示', hide: '隐藏', in: '登 录', forgot: '忘记密码', remember: '下次自动填写邮箱', wrong: '邮箱或密码不对。', code: '验证码', codeHelp: '打开手机上的验证器，输入 6 位数字。', newTitle: '设置新密码', newHelp: '第一次登录，要换一个自己的密码。', newPassword: '新密码', again: '再输一次', set: '设置并登录', rules: ['至少 10 个字', '有大写字母', '有小写字母', '有数字', '有符号，如 - ！ #', '两次输入相同'],
    forgotTitle: '忘记密码', forgotHelp: '输入邮箱，我们把重设密码的链接发过去。', send: '发送链接', sent: '如果这个邮箱有账号，链接已经发出，请到邮箱里看。', back: '回到登录', resetTitle: '重设密码', resetDone: '密码已换好，请用新密码登录。', needEmail: '邮箱还没有填。', needPassword: '密码还没有填。', language: 'English',
  },
  sheet: {
    title: (ledger: string) => `${ledger}办理单`, printed: (time: string) => `打印时间 ${time}`, signatures: ['承办单位（盖章）', '人大机关（盖章）', '代表（签名）'], date: '年　月　日', timeline: '办理经过', when: '时间', who: '单位、姓名', what: '办理', said: '内容', duties: '待办与期限', duty: '待办', office: '单位', due: '期限', done: '完成', scan: '扫码打开这件', back: '返回',
  },
  keys: { title: '快捷键', search: '搜索', today: '今天要办', county: '全县情况', create: '新建', rows: '上下移动、打开', records: '上一件、下一件', main: '主要操作', submit: '提交', close: '关闭', help: '看这张表', off: '这些键只在没有输入文字时有效，可以在我的设置中关掉。' },
}

export type ActWords = typeof actZh
