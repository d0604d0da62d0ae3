import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '提醒的措辞',
  help: '每一级提醒可以写本县自己的话：只说一件事时的主题，和每件事的第一行。不写就用平台的话。',
  rule: '哪一级',
  subject: '主题',
  line: '第一行',
  usual: '平台的话',
  write: '写',
  variables: '可以用的变量',
  names: {
    item: '编号和标题',
    number: '编号',
    title: '标题',
    duty: '待办',
    office: '承办单位',
    due: '到期日',
    days: '还剩几天、超期几天',
  } as Record<string, string>,
  preview: '用一件真的事项看看',
  save: '保存',
  clear: '用平台的话',
  saved: '已保存，从下一封信起生效。',
  away: '外出代收',
  awayHelp: '外出期间，您的提醒发到同单位另一个人的邮箱，注明是代您收的；回来以后恢复发给您。',
  from: '从',
  until: '到',
  to: '由谁代收',
  nobody: '本单位没有别的账号。请联系县人大办开通。',
  stop: '不用代收了',
}

const en: typeof zh = {
  title: 'Wording of reminders',
  help: 'Each rung can have words of the county’s own: the subject of a mail about one item, and the first line of each item. What is left empty stays as the platform says it.',
  rule: 'Rung',
  subject: 'Subject',
  line: 'First line',
  usual: 'the platform’s words',
  write: 'Write',
  variables: 'Variables',
  names: {
    item: 'number and title',
    number: 'number',
    title: 'title',
    duty: 'duty',
    office: 'who owes it',
    due: 'due day',
    days: 'days left or late',
  },
  preview: 'Show it with a real item',
  save: 'Save',
  clear: 'The platform’s words',
  saved: 'Saved; it holds from the next mail.',
  away: 'Away: who takes my mail',
  awayHelp:
    'While you are away, your reminders go to a colleague of your office, saying that they are yours. Afterwards they come to you again.',
  from: 'From',
  until: 'Until',
  to: 'Who takes it',
  nobody: 'Nobody else in your office has an account. Ask the county office to open one.',
  stop: 'No longer',
}

/** Words of the editor of wordings, and of who is away. */
export const wordingWords: Record<Lang, typeof zh> = { zh, en }
