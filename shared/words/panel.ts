/**
 * Chinese of the panel: everything that belongs to no ledger. A sentence with something to fill in is a function of it; numbers come written.
 * `panel-en.ts` has the same shape, so a missing sentence does not compile. Days come in written too (`days.ts`).
 */
export const panelZh = {
  product: '督办',
  mark: '督',
  county: '灌南县人大',
  frame: {
    search: '搜编号、标题、代表姓名', searchShort: '搜索', menu: '菜单', back: '返回', toContent: '跳到正文', main: '正文', all: '全部事项', today: '今天要办', countyPage: '全县情况',
    platform: '平台', notices: '提醒与预演', imports: '导入', accounts: '账号与单位', calendar: '日历', ledgers: '台账设置', log: '运行日志', help: '帮助', others: '其他',
    owed: (n: number) => `${n} 件待办`, signOut: '退出', settings: '我的设置', language: '语言', readOnly: '只读', large: '字号', sizes: ['标准', '大', '特大'], theme: '颜色',
    light: '浅色', dark: '深色', keys: '快捷键', keysOn: '用快捷键', showKeys: '看快捷键', dense: '紧凑', notFound: '没有找到这一页。', toToday: '回到今天要办', updated: '系统已更新。', reload: '刷新',
    soon: '这一页正在准备。', unfold: '展开', fold: '收起', searching: (q: string) => `搜“${q}”`, results: '搜到的事项', breadcrumb: '所在位置', collapsed: '菜单已收成图标',
  },
  lamp: {
    done: '已完成', doneEarly: (n: number) => `提前 ${n} 天`, doneOnDay: '按期', wasLate: (n: number) => `逾期 ${n} 天`, paused: '已暂停', noDay: '期限未定', void: '已不用办', provisional: '暂定',
  },
  common: {
    close: '关闭', save: '保存', cancel: '先不办', more: '更多', loading: '正在取数据', slow: '还在取数据，网络有些慢…', retry: '再试一次', offline: '网络断开了，正在重连。写好的内容都还在。',
    yes: '是', no: '否', empty: '未填', of: '，', and: '、', optional: '选填', required: '必填', print: '打印', open: '打开', remove: '去掉', add: '添加', choose: '请选择', none: '没有符合的', delete: '删除',
    items: (n: string) => `${n} 件`, people: (first: string, n: number) => (n > 1 ? `${first} 等${n}人` : first), lead: '领衔', days: (n: number) => `${n} 天`, undo: '撤销', clear: '清空',
    view: '查看', next: '下一件', previous: '上一件', system: '系统', copied: '已复制。', characters: (n: number) => `还可 ${n} 字`, over: (n: number) => `多了 ${n} 字`, from: '从', to: '到',
  },
  fault: {
    forbidden: '这一步由别的单位办理，您单位不能操作。', failed: (code: string) => `系统出错（编号 ${code}）。内容还在，请稍后再保存；再出错请把编号告诉县人大办。`,
    many: (s: number) => `操作太快了，请等 ${s} 秒。`, network: '没有连上服务器。内容还在，请稍后再试。', timeout: '20 秒没有应答，可能网络很慢。内容还在，请再试一次。', notFoundTitle: '没有找到这件事项',
    notFound: '可能地址有误，或它不在您单位的范围内。', toList: '回到列表', fix: (n: number) => `有 ${n} 处要改`, stale: '这件刚刚有人改过。', page: '页面出错了。内容若没有保存，请刷新后从自动保存的那份接着写。',
  },
  session: { ended: '登录已过期', resume: '输入密码接着办，写好的内容还在。', goOn: '接着办', leave: '退出，放弃没保存的' },
  today: {
    title: '今天要办', morning: '上午好', noon: '中午好', afternoon: '下午好', evening: '晚上好', hello: (greeting: string, name: string) => `${greeting}，${name}。`,
    late: (n: number) => `${n} 件超期`, dueToday: (n: number) => `${n} 件今天到期`, week: (n: number) => `本周还有 ${n} 件`, has: '今天有 ', join: '，', stop: '。', now: '现在就办', next: '接下来（15 天内）', later: '以后',
    empty: '今天没有要办的。', upcoming: (day: string, number: string) => `最近一件是 ${day} 到期的 ${number}。`, nothing: '也没有排在后面的。', waiting: '等别人办',
    waitingSentence: (offices: number, n: number, more: boolean) => `交给 ${offices} 个单位的 ${n} ${more ? '多' : ''}件正在办理`, waitingLate: (n: number) => `其中 ${n} 件超期`, waitingNone: '没有在等别人办的。', all: (n: string) => `全部 ${n} 件`,
    recent: '最近看过', drafts: (n: number) => `草稿 ${n} 件`, nextOne: (n: number) => `下一件（还有 ${n} 件）`, allDone: '这一批办完了。', pending: '等我往下办', lead: '主办', duty: (duty: string, heading: string) => `${duty}：${heading}`,
  },
  list: {
    all: '全部', to: (act: string) => `待${act}`, soon: '临期', late: '超期', done: '已办结', drafts: '草稿', views: '我保存的', saveView: '保存现在的条件…', viewName: '名称', dropView: (name: string) => `删除“${name}”`,
    create: (ledger: string) => `新建${ledger}`, import: '导入', export: '导出 Excel', exportCsv: '导出表格（CSV）', words: '编号、标题、代表', filter: '筛选', reset: '重置', columns: '显示列', active: '已筛选：', drop: (name: string) => `去掉“${name}”`,
    clear: '清除全部条件', township: '乡镇', unit: '单位', state: '状态', year: '年度', lamp: '期限', any: '全部', open: '未办结', yearOf: (year: string) => `${year} 年`, lateOnly: '已超期', soonOnly: '15 天内到期',
    due: '期限', number: '编号', heading: '标题', dueOn: '到期日', created: '新建于', updated: '更新于', ledger: '台账', total: (n: string) => `共 ${n} 件`, range: (from: string, to: string) => `当前第 ${from}–${to} 件`, perPage: (n: number) => `每页 ${n} 件`,
    prev: '上一页', next: '下一页', more: (n: number) => `再看 ${n} 件`, emptyCreate: (ledger: string) => `还没有${ledger}。可以新建一件，或从 Excel 导入历年台账。`, emptyCreateOnly: (ledger: string) => `还没有${ledger}。可以新建一件。`,
    empty: '还没有交给您单位的事项。', nothing: '没有符合条件的事项。', failed: '没有取到列表。', selected: (n: number) => `已选 ${n} 件`, unselect: '不选了', bulk: (act: string) => `${act}…`, rowsCan: (n: number) => `${n} 件可以`,
    rowsCannot: (n: number) => `${n} 件不行`, bulkDone: (n: number, act: string) => `${n} 件已${act}`, bulkNot: (n: number) => `${n} 件没有`, printSheets: '打印办理单', saved: '已保存这组条件。', exporting: '正在准备表格…', caption: (ledger: string) => `${ledger}列表`,
  },
  record: {
    mine: (day: string, duty: string) => `请在 ${day} 前${duty}`, mineNoDay: (duty: string) => `请${duty}`, mineLate: (day: string, duty: string) => `${duty}应在 ${day} 前完成，请今天就办`, waiting: (office: string, duty: string) => `等待 ${office} ${duty}`,
    closed: (day: string, how: string) => `这件已于 ${day} ${how}，没有要办的了。`, rest: (state: string) => `这件现在是“${state}”，没有要办的。`, next: (state: string, act: string) => `这件现在是“${state}”，下一步：${act}。`, void: (state: string) => `这件已“${state}”。`, why: '为什么是这一天', whyShort: '期限说明', foldWhy: '收起说明',
    duties: '待办与期限', doneMore: (n: number) => `另有 ${n} 项已完成或不用办`, timeline: '经过', timelineAll: '全部', timelineActs: '只看办理', related: '相关事项', parent: '上级', child: '下级', ref: '相关', files: '附件', basics: '基本情况',
    number: '编号', township: '乡镇', place: (n: string, of: string) => `第 ${n} 件，共 ${of} 件`, sheet: '打印办理单', edit: '编辑', unfold: '展开全文', fold: '收起', whole: (n: number) => `校验：记录完整，共 ${n} 条`, broken: '校验：记录对不上，请联系县人大办',
    step: (at: number, of: number) => `第 ${at} 步，共 ${of} 步：`, dayCount: (n: number) => `第 ${n} 天`, done: '完成', doneOn: (day: string) => `${day} 完成`, urge: '催办', urged: (n: number) => `已催办 ${n} 次`, copyUrge: '复制催办话术', urgeTitle: (office: string) => `催办 ${office}`, urgedNow: (n: number, office: string) => `已给 ${office} 发出 ${n} 封催办。`, urgedBefore: (office: string) => `今天已经催办过 ${office}，没有再发。`, newer: (who: string, act: string) => `${who} 刚刚${act}了。`, newerPlain: '这件刚刚有更新。',
    show: '看最新', dead: '现在还不能办的', noFiles: '没有附件', branch: '另一种结果', onBehalf: (office: string) => `代 ${office}`, wasNow: (was: string, now: string) => `${was} → ${now}`, reminded: (office: string) => `提醒 ${office}`, deleteDraft: '删除草稿', deleted: '草稿已删除。', restored: '草稿已恢复。',
    deleteAsk: '删除这份草稿？30 天内可以恢复。', created: '新建', edited: '修改', imported: '导入', removed: '删除', restoredAct: '恢复', holderPhone: (name: string, phone: string) => `联络员 ${name} ${phone}`, county: '县级', noTimeline: '还没有经过。', pausedHere: '已暂停', moreFields: '其他内容',
    urgeText: (number: string, heading: string, duty: string, day: string, lamp: string, link: string) => `【督办】${number}《${heading}》${duty} ${day} 到期，${lamp}，请今天办理：${link}`,
  },
  why: { title: '期限说明', skipped: '跳过的休息日', worked: '算作工作日的调休日', cap: (day: string) => `最长只能延到 ${day}` },
}

export type PanelWords = typeof panelZh
