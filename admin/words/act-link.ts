import { personAt } from '../../shared/person-at.ts'

/** Words of the page that a mail's link opens, in both languages: it stands outside the panel. */
export const actLinkWords = {
  zh: {
    title: '办理一步',
    whose: (name: string, office: string) => `以 ${personAt(office, name)} 的名义办理`,
    due: (duty: string, day: string) => `${duty}：${day} 前`,
    take: (act: string) => act,
    taking: '正在办理…',
    sure: '点下面的按钮才会办理；只打开这一页，什么也不会发生。',
    done: (act: string, state: string) => `已${act}。现在是“${state}”。`,
    seen: '这一步和办理人已写进经过。',
    whole: '看整件事项',
    signIn: (name: string) => `以 ${name} 登录`,
    change: (name: string) => `退出，换 ${name} 登录`,
    home: '打开督办',
    until: (day: string) => `链接到 ${day} 为止，只能用一次。`,
    behalf: '代哪个单位办理',
  },
  en: {
    title: 'One step',
    whose: (name: string, office: string) => `In the name of ${personAt(name, office, ', ')}`,
    due: (duty: string, day: string) => `${duty}: by ${day}`,
    take: (act: string) => act,
    taking: 'Working…',
    sure: 'Nothing happens until you press the button below; opening this page does nothing.',
    done: (act: string, state: string) => `Done: ${act}. Now: ${state}.`,
    seen: 'The step and who took it stand in the timeline.',
    whole: 'See the whole item',
    signIn: (name: string) => `Sign in as ${name}`,
    change: (name: string) => `Sign out, and in as ${name}`,
    home: 'Open Duban',
    until: (day: string) => `The link works once, until ${day}.`,
    behalf: 'On behalf of which office',
  },
} as const
