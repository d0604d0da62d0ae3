export type Words = { zh: string; en: string }
export type Office = { id: string; kind: 'county' | 'township' | 'unit'; name: Words; phone: string }

const townshipNames: [string, string, string][] = [
  ['xinan', '新安镇', "Xin'an Town"],
  ['duigougang', '堆沟港镇', 'Duigougang Town'],
  ['tianlou', '田楼镇', 'Tianlou Town'],
  ['beichenji', '北陈集镇', 'Beichenji Town'],
  ['zhangdian', '张店镇', 'Zhangdian Town'],
  ['sankou', '三口镇', 'Sankou Town'],
  ['mengxingzhuang', '孟兴庄镇', 'Mengxingzhuang Town'],
  ['tanggou', '汤沟镇', 'Tanggou Town'],
  ['bailu', '百禄镇', 'Bailu Town'],
  ['xinji', '新集镇', 'Xinji Town'],
  ['lijiji', '李集镇', 'Liji Town'],
]

const unitNames: [string, string, string][] = [
  ['water', '县水务局', 'Water Bureau'],
  ['education', '县教育局', 'Education Bureau'],
  ['transport', '县交通运输局', 'Transport Bureau'],
  ['health', '县卫健委', 'Health Commission'],
  ['housing', '县住建局', 'Housing and Construction Bureau'],
  ['agriculture', '县农业农村局', 'Agriculture and Rural Affairs Bureau'],
  ['police', '县公安局', 'Public Security Bureau'],
  ['civil', '县民政局', 'Civil Affairs Bureau'],
  ['ecology', '县生态环境局', 'Ecology and Environment Bureau'],
  ['culture', '县文旅局', 'Culture and Tourism Bureau'],
  ['finance', '县财政局', 'Finance Bureau'],
  ['development', '县发改委', 'Development and Reform Commission'],
  ['industry', '县工信局', 'Industry and Information Bureau'],
  ['commerce', '县商务局', 'Commerce Bureau'],
  ['labour', '县人社局', 'Human Resources and Social Security Bureau'],
  ['land', '县自然资源局', 'Natural Resources Bureau'],
  ['urban', '县城管局', 'Urban Management Bureau'],
  ['market', '县市场监管局', 'Market Regulation Bureau'],
  ['emergency', '县应急管理局', 'Emergency Management Bureau'],
  ['audit', '县审计局', 'Audit Bureau'],
  ['statistics', '县统计局', 'Statistics Bureau'],
  ['justice', '县司法局', 'Justice Bureau'],
  ['veterans', '县退役军人局', 'Veterans Affairs Bureau'],
  ['insurance', '县医保局', 'Healthcare Security Bureau'],
  ['approval', '县行政审批局', 'Administrative Approval Bureau'],
  ['petitions', '县信访局', 'Petitions Bureau'],
  ['tax', '县税务局', 'Tax Bureau'],
  ['power', '县供电公司', 'Power Supply Company'],
  ['science', '县科技局', 'Science and Technology Bureau'],
  ['government', '县政府办', 'County Government Office'],
  ['fire', '县消防救援大队', 'Fire and Rescue Brigade'],
  ['supervision', '县监察委员会', 'Supervision Commission'],
  ['court', '县人民法院', 'People’s Court'],
  ['procuratorate', '县人民检察院', 'People’s Procuratorate'],
]

const countyOffice: Office = {
  id: 'county',
  kind: 'county',
  name: { zh: '灌南县人大常委会办公室', en: "Guannan County People's Congress Office" },
  phone: '0518-80000101',
}

export const townships: Office[] = townshipNames.map(([id, zh, en], place) => ({
  id,
  kind: 'township',
  name: { zh, en },
  phone: `0518-80000${201 + place}`,
}))

export const units: Office[] = unitNames.map(([id, zh, en], place) => ({
  id,
  kind: 'unit',
  name: { zh, en },
  phone: `0518-80000${301 + place}`,
}))

export const offices: Office[] = [countyOffice, ...townships, ...units]

export function officeName(id: string): string {
  const office = offices.find((one) => one.id === id)
  if (!office) throw new Error(`no office ${id} in the demonstration county`)
  return office.name.zh
}
