import { calendar } from '../shared/deadline/calendar.ts'
import type { Scope } from '../shared/scope.ts'
import type { Kin, World } from '../shared/world.ts'

const office = (kind: 'township' | 'unit' | 'county' | 'deputy', id: string, zh: string, township?: string) => ({
  id,
  kind,
  name: { zh, en: id },
  ...(township ? { township } : {}),
})

/** A small county that tests move in. */
export const world: World = {
  calendar: calendar(),
  sittings: [
    { term: 17, session: 5, from: '2000-01-01' },
    { term: 18, session: 1, from: '2027-06-01' },
  ],
  offices: [
    office('county', 'county', '县人大办'),
    office('township', 'xinan', '新安镇'),
    office('township', 'bailu', '百禄镇'),
    office('unit', 'water', '县水务局'),
    office('unit', 'urban', '县城管局'),
    office('unit', 'housing', '县住建局'),
    office('deputy', 'deputy1', '张桂兰', 'xinan'),
    office('deputy', 'deputy2', '李秀英', 'bailu'),
  ],
}

export const county: Scope = { person: 'p-county', name: '王芳', role: 'admin', office: { kind: 'county', id: 'county' } }
export const clerk: Scope = { person: 'p-clerk', name: '周明', role: 'county', office: { kind: 'county', id: 'county' } }
export const leader: Scope = { person: 'p-leader', name: '陈主任', role: 'leader', office: { kind: 'county', id: 'county' } }
export const xinan: Scope = {
  person: 'p-xinan',
  name: '孙海涛',
  role: 'clerk',
  office: { kind: 'township', id: 'xinan' },
  township: 'xinan',
}
export const bailu: Scope = {
  person: 'p-bailu',
  name: '朱士明',
  role: 'clerk',
  office: { kind: 'township', id: 'bailu' },
  township: 'bailu',
}
export const water: Scope = { person: 'p-water', name: '李强', role: 'liaison', office: { kind: 'unit', id: 'water' } }
export const urban: Scope = { person: 'p-urban', name: '刘永', role: 'liaison', office: { kind: 'unit', id: 'urban' } }
export const housing: Scope = { person: 'p-housing', name: '徐爱华', role: 'liaison', office: { kind: 'unit', id: 'housing' } }
export const deputy1: Scope = {
  person: 'p-deputy1',
  name: '张桂兰',
  role: 'deputy',
  office: { kind: 'deputy', id: 'deputy1' },
  township: 'xinan',
}
export const deputy2: Scope = {
  person: 'p-deputy2',
  name: '李秀英',
  role: 'deputy',
  office: { kind: 'deputy', id: 'deputy2' },
  township: 'bailu',
}
export const system: Scope = { person: 'system', name: '系统', role: 'leader', office: { kind: 'county', id: 'county' }, system: true }
export const everybody: Scope[] = [county, clerk, leader, xinan, bailu, water, urban, housing, deputy1, deputy2, system]

export const alone: Kin = { children: [], phases: () => undefined }
