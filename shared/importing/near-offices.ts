import { bare, plain, withoutCounty } from '../office-names.ts'
import type { Office } from '../world.ts'
import { nearest } from './nearest.ts'

/** What the same work of a county was called before and after the reforms of its offices, without ending. */
const renamed = [
  ['水务', '水利'],
  ['卫健', '卫生健康', '卫计', '卫生和计划生育', '卫生', '计生', '计划生育'],
  ['生态环境', '环保', '环境保护'],
  ['自然资源', '自然资源和规划', '自规', '国土', '国土资源'],
  [
    '文旅',
    '文化和旅游',
    '文化广电和旅游',
    '文广旅',
    '文化体育和旅游',
    '文体旅',
    '文广新',
    '文化广电新闻出版',
    '文广',
    '文体',
    '文化',
    '旅游',
  ],
  ['教育', '教体', '教育体育', '教育和体育'],
  ['农业农村', '农业', '农林', '农'],
  ['应急管理', '应急', '安监', '安全生产监督管理'],
  ['市场监管', '市场监督管理', '工商', '工商行政管理', '质监', '质量技术监督'],
  ['工信', '工业和信息化', '经信', '经济和信息化', '经贸'],
  ['住建', '住房和城乡建设', '城乡建设', '建设', '城建'],
  ['人社', '人力资源和社会保障', '人力资源', '劳动', '劳动和社会保障', '人事'],
  ['发改', '发展和改革', '发展改革'],
  ['城管', '城市管理', '城市管理综合行政执法', '综合行政执法', '综合执法'],
  ['退役军人', '退役军人事务'],
  ['医保', '医疗保障'],
  ['交通运输', '交通'],
  ['政府', '人民政府'],
]

/** The name to suggest for a text that is no office of that kind: of the only one whose work was done under that name before a reform, else the nearest. */
export function nearOffice(offices: Office[], kind: 'county' | 'township' | 'unit', text: string): string | undefined {
  const open = offices.filter((office) => office.kind === kind && !office.closed)
  const group = renamed.find((names) => names.includes(bare(text, kind))) ?? []
  const [heir, another] = kind === 'unit' ? open.filter(({ name }) => group.includes(bare(name.zh, kind))) : []
  if (heir && !another) return heir.name.zh
  const words = open.flatMap(({ id, name }) => [name.zh, name.en, id].map((word) => ({ name: word === id ? name.zh : word, word })))
  return nearest(
    withoutCounty(plain(text)),
    words.map(({ name, word }) => ({ name, word: withoutCounty(plain(word)), length: word.length })),
  )
}
