import type { Lang } from '../../shared/names.ts'

/** `congress`: for those who enter and import; `keys`: for who has a keyboard. */
type Section = { title: string; congress?: boolean; keys?: boolean; lines: string[] }

const zh = {
  title: '帮助',
  intro: '用法都在这一页。找不到的，请联系县人大办。',
  sections: [
    {
      title: '每天先看“今天要办”',
      lines: [
        '超期的和今天到期的在最前面。点按钮就能办，办完光标会落到下一件。',
        '每个工作日 08:30 系统发一封信，把要办的都列在里面；信里的链接直接打开那一件。',
      ],
    },
    {
      title: '灯的意思',
      lines: [
        '● 绿：还剩 15 天以上。▲ 黄：15 天以内，今天到期的也算。■ 红：超期了。',
        '灰：✓ 已办结，❚❚ 已暂停，– 没有期限。',
        '点“期限说明”，能看到这一天是怎么算出来的：从哪天起、跳过了哪些休息日、有没有延期。',
      ],
    },
    {
      title: '办一件事',
      lines: [
        '打开事项，最显眼的按钮就是轮到您办的那一步。其他能办的在旁边和“更多”里。',
        '现在还不能办的列在“更多”里，下面写着原因。',
        '“经过”最下面写着校验的结果：每一条都没有被改动过。对不上时先不要办，联系县人大办。',
        '办错了，三个工作日内点“撤销这一步”（提示里、“经过”里都有），收到通知的单位会收到撤销通知。已登记的事项不会被删除，只能取消。',
        '错字登记后也能改：交办前由提出的一方改，之后由县人大办改，“经过”里留着原来的写法。',
      ],
    },
    {
      title: '一次办许多件',
      congress: true,
      lines: [
        '在列表里勾选，整页之外的也能“选中全部”，再点“交办…”：一行一件，可以往下填，也可以采用以前同类的去向，核对后一次办完，办错了整批撤销。',
        '催办也是：勾选超期的，点“催办 n 个单位…”，先看每个单位会收到什么，也可以复制到工作群。',
      ],
    },
    {
      title: '常见问题',
      lines: [
        '答复期限怎么算？交办之日起三个月，最迟六个月（代表法第五十一条）；届满那天是休息日的，顺延到下一个工作日。',
        '不是本单位的事怎么办？签收前退办，签收后在“更多”里申请退回，写明应由哪个单位办；五个工作日内答复，期间不催办。',
        '代表不满意怎么办？写明理由，承办单位一个月内重新办理；第二次还不满意的，承办单位再办一个月，县人大办也可以协调评估后办结。',
        '“已答复”和“办成”有什么不同？答复是回了话；办成看结果分类：A 已解决，B 列入计划，C 暂时不能解决，D 留作参考。B、C 类办结半年后还要跟踪。',
        '协办单位要做什么？一个月内向主办单位提出协办意见，由主办单位统一答复。',
        '谁能看到我的事项？县人大办、本乡镇、提出的代表、承办和协办单位；别的乡镇看不到。',
        '投票会不会被看到？无记名的只记各项票数，不记谁投了什么。',
        '邮件没收到怎么办？看“提醒记录”：每封信都写着发没发、为什么没发；外出时可以在自己的名字下设代收人。',
      ],
    },
    {
      title: '找一件事',
      lines: [
        '顶上的搜索框认编号、标题、正文和姓名，按 / 键就能开始输入。',
        '列表上方的条件会一条条写出来，点 × 去掉一条。看不到想找的，先点“重置”。',
        '条件都在网址里，把网址发给同事，他打开看到的是同一份（只限他看得到的事项）。',
      ],
    },
    {
      title: '写到一半',
      lines: [
        '表单每 10 秒自动存在本机。登录过期、断网、关掉页面，回来都能接着写。',
        '两个人同时改一件，系统会并在一起；只有同一处不一样时才请您选。',
      ],
    },
    {
      title: '从 Excel 导入',
      congress: true,
      lines: [
        '先核对，再导入。有一行有错就都不导入，不会导一半。',
        '错误表是您自己的表，多了一列“错误原因”，改好后直接再导一次。',
        '按编号对应：同一个编号再导一次是更新，不会重复；导出的列表改过可以再导回来。',
      ],
    },
    {
      title: '打印和导出',
      lines: ['“打印办理单”印出一张纸，扫纸上的码能打开这一件。', '“导出 Excel”导出的就是眼前这份列表。'],
    },
    {
      title: '常用快捷键',
      keys: true,
      lines: [
        '/ 搜索，g 再按 t 今天要办，n 新建，j k 上下移动，. 主要操作，Ctrl+Enter 提交，? 看全部。',
        '在右上角自己的名字下，可以关掉快捷键，也可以改字号、颜色和语言。',
      ],
    },
    {
      title: '登录不了',
      lines: [
        '忘了密码，在登录页点“忘记密码”，信里的链接一小时内有效。',
        '怕密码被人知道，在右上角自己的名字下打开“两步验证”。手机丢了，管理员可以重新开通账号。',
        '密码输错多次会锁 15 分钟。急用请联系县人大办，管理员点“重设密码”就能解开。',
      ],
    },
  ] as Section[],
}
export type HelpWords = typeof zh

const en: HelpWords = {
  title: 'Help',
  intro: 'All there is to know is on this page. For anything else, ask the county office.',
  sections: [
    {
      title: 'Begin with Today',
      lines: [
        'What is overdue and what is due today comes first. The button does it, and then the next one has the focus.',
        'At 08:30 on every working day one mail lists what your office owes; its links open the item.',
      ],
    },
    {
      title: 'What the lamps mean',
      lines: [
        '● green: more than 15 days left. ▲ amber: 15 days or fewer, today included. ■ red: overdue.',
        'Grey: ✓ closed, ❚❚ paused, – no deadline.',
        '“Why this day” shows how the day was worked out: from when, which rest days were passed over, whether it was extended.',
      ],
    },
    {
      title: 'Doing a step',
      lines: [
        'Open the item: the filled button is the step that is yours to take. Others stand beside it and under More.',
        'What cannot be done yet is listed under More, with the reason.',
        'Below the timeline stands whether its entries are as they were written. If not, take no step and ask the county office.',
        'A wrong step is taken back within three working days, from the message or the timeline; whoever was told is told so. A registered item is never deleted, only cancelled.',
        'A slip of the pen is put right after registration too: by whoever brought the item until it is handed over, then by the county; the timeline keeps both readings.',
      ],
    },
    {
      title: 'Many at once',
      congress: true,
      lines: [
        'Select in the list, beyond the page too, and press “Assign…”: one row each, filled down or as earlier items like it went; checked, done with one press, taken back as one.',
        'Urging likewise: select what is overdue, see what each office will read, copy it if you like.',
      ],
    },
    {
      title: 'Questions often asked',
      lines: [
        'How is the day of a reply reckoned? Three months from assignment, six at the latest (Deputies Law art 51); if it ends on a rest day, the next working day.',
        'Not ours? Decline before accepting; afterwards ask under More to hand it back and name the right unit. It is decided within five working days, without urging meanwhile.',
        'The deputy is dissatisfied? He says why; the unit handles it again within a month. The second time it goes on for another month, and the county may also bring both sides together and close it.',
        'Answered or accomplished? An answer was given; A solved, B planned, C not possible now, D for reference. B and C are followed up half a year after closing.',
        'What does a co-handling unit do? It gives its opinion to the lead unit within a month.',
        'Who sees my items? The county office, the township, the deputies, the units that handle them; no other township.',
        'Are votes seen? Secret ones are stored as counts, never by whom.',
        'No mail came? Notices tells of each whether it went and why not; under your name you can set who takes your mail while you are away.',
      ],
    },
    {
      title: 'Finding an item',
      lines: [
        'The search box knows numbers, titles, texts and names; the / key brings you there.',
        'Active filters are spelt out above the list; × drops one. If something seems missing, press Reset first.',
        'Filters stand in the address: a colleague who opens it sees the same list, within his own scope.',
      ],
    },
    {
      title: 'Half-written forms',
      lines: [
        'Forms are kept in this browser every 10 seconds. After an expired session, a lost network or a closed page you can go on.',
        'When two people change one item, their changes are merged; you are asked only where both changed the same field.',
      ],
    },
    {
      title: 'Importing from Excel',
      congress: true,
      lines: [
        'Check first, then import. One wrong row stops them all; nothing is half imported.',
        'The error workbook is your own file with a column of reasons; correct it and import it again.',
        'Rows are matched by number: importing the same number again updates, never doubles; an exported list can be changed and imported again.',
      ],
    },
    {
      title: 'Printing and exporting',
      lines: ['“Print sheet” prints one page; its code opens the item when scanned.', '“Export Excel” gives the list that you see.'],
    },
    {
      title: 'Shortcuts',
      keys: true,
      lines: [
        '/ search, g then t Today, n new, j k up and down, . main act, Ctrl+Enter submit, ? all of them.',
        'Under your name at the top you can switch shortcuts off and choose text size, colours and language.',
      ],
    },
    {
      title: 'Cannot sign in',
      lines: [
        'Forgot the password: use the link on the sign-in page; the mail is valid for an hour.',
        'Against a password that others know, switch on two-step sign-in under your name at the top. If the phone is lost, an administrator opens the account anew.',
        'After several wrong passwords sign-in is locked for 15 minutes. If it is urgent, an administrator unlocks it with “Reset password”.',
      ],
    },
  ],
}

/** The help page: all there is to know on one page. */
export const helpWords: Record<Lang, HelpWords> = { zh, en }

/** `congress`: only the offices that hand out, urge and bring in read it. */
export const isFor =
  (kind: string) =>
  ({ congress = false }: Section): boolean =>
    !congress || kind === 'county' || kind === 'township'
