/** Three steps for whoever comes the first time, by what he is. */
type Step = { text: string; to: string }
type Told = { title: string; done: string; steps: Record<string, Step[]> }

const zh: Told = {
  title: '第一次来？三步就会用',
  done: '知道了',
  steps: {
    county: [
      { text: '先看“今天要办”：超期的在最前面，点右边的按钮就能办。', to: '/' },
      { text: '历年台账从 Excel 导入，先核对再存，导错了能整批撤回。', to: '/import' },
      { text: '全县哪些事项超期、在等哪个单位，看“全县情况”，带颜色的数字都能点开。', to: '/county' },
    ],
    township: [
      { text: '先看“今天要办”：要您镇办的都在这里，办完光标到下一件。', to: '/' },
      { text: '新建代表建议，写一半也会自动存下，想好了再提交。', to: '/' },
      { text: '本镇的事项进展，看“本单位情况”。', to: '/own' },
    ],
    unit: [
      { text: '先看“今天要办”：交给您单位的按到期先后排着。', to: '/' },
      { text: '答复时把盖章的函拍照或选文件附上，一次办完。', to: '/' },
      { text: '不是本单位的事，打开那一件，在“更多”里申请退回。', to: '/own' },
    ],
    deputy: [
      { text: '写日记、提建议，点“今天要办”标题旁边的新建按钮。', to: '/' },
      { text: '日记里的问题，点“据此起草代表建议”就成了您的建议草稿。', to: '/' },
      { text: '您提过的、参加过的，都在“我的履职”里。', to: '/own' },
    ],
    leader: [
      { text: '全县办理情况看“全县情况”，点开数字就是清单。', to: '/county' },
      { text: '“今天要办”列出其他单位正在办的和新近办理的情况，只供查看。', to: '/' },
      { text: '每封提醒都有记录，在“提醒记录”里查看。', to: '/notices' },
    ],
  },
}
const en: Told = {
  title: 'Here for the first time? Three steps',
  done: 'Understood',
  steps: {
    county: [
      { text: 'Begin with Today: what is overdue comes first, the button does it.', to: '/' },
      { text: 'Registers come in from Excel: checked first, and a wrong import is taken back whole.', to: '/import' },
      { text: 'Where the county is stuck stands under County; every number opens its items.', to: '/county' },
    ],
    township: [
      { text: 'Begin with Today: all that your township owes; after one comes the next.', to: '/' },
      { text: 'Write a suggestion: it keeps itself half-written until you hand it in.', to: '/' },
      { text: 'How your items are going stands under Our office.', to: '/own' },
    ],
    unit: [
      { text: 'Begin with Today: what your unit owes, soonest first.', to: '/' },
      { text: 'When you answer, photograph or choose the stamped letter and attach it at once.', to: '/' },
      { text: 'Not yours? Open the item and ask under More to hand it back.', to: '/own' },
    ],
    deputy: [
      { text: 'Diaries and suggestions begin with the buttons beside the title of Today.', to: '/' },
      { text: '“Draft a suggestion from it” turns a diary’s problem into a draft of yours.', to: '/' },
      { text: 'All that you brought and took part in stands under My work.', to: '/own' },
    ],
    leader: [
      { text: 'See County: one sentence, a few numbers, each opens its list.', to: '/county' },
      { text: 'Today shows what others are working on and what is new; nothing to do.', to: '/' },
      { text: 'Every reminder is on record under Notices.', to: '/notices' },
    ],
  },
}

export const firstSteps = { zh, en }
