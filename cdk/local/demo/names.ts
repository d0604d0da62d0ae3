import type { Random } from './random.ts'

export type Name = { zh: string; en: string }

/** Distinct names, about three men to one woman, by a list of surnames common in northern Jiangsu. */
export function distinctNames(random: Random, count: number): Name[] {
  const taken = new Map<string, Name>()
  while (taken.size < count) {
    const name = newName(random)
    if (!taken.has(name.zh)) taken.set(name.zh, name)
  }
  return [...taken.values()]
}

function newName(random: Random): Name {
  const [surname, latin] = random.weighted(surnames, ([, , weight]) => weight)
  const given = random.chance(0.27) ? givenName(random, women) : givenName(random, men)
  return { zh: surname + given.map(([sign]) => sign).join(''), en: `${latin} ${capital(given.map(([, sound]) => sound).join(''))}` }
}

function givenName(random: Random, signs: { first: Sign[]; second: Sign[] }): Sign[] {
  if (random.chance(0.12)) return [random.pick(signs.second)]
  for (;;) {
    const [first, second] = [random.pick(signs.first), random.pick(signs.second)]
    if (first[0] !== second[0]) return [first, second]
  }
}

function capital(sound: string): string {
  return sound.charAt(0).toUpperCase() + sound.slice(1)
}

type Sign = [sign: string, sound: string]

const surnames: [string, string, number][] = (
  '王 Wang 16,张 Zhang 13,李 Li 11,刘 Liu 9,陈 Chen 8,孙 Sun 8,周 Zhou 8,徐 Xu 7,朱 Zhu 6,吴 Wu 6,杨 Yang 5,赵 Zhao 4,汪 Wang 5,嵇 Ji 4,孟 Meng 4,韩 Han 4,潘 Pan 3,侯 Hou 3,' +
  '马 Ma 4,严 Yan 3,武 Wu 3,于 Yu 3,卞 Bian 2,成 Cheng 3,相 Xiang 2,何 He 3,胡 Hu 3,高 Gao 3,郑 Zheng 2,陆 Lu 2,唐 Tang 3,夏 Xia 2,季 Ji 2,董 Dong 2,葛 Ge 2,尹 Yin 2,宋 Song 3,许 Xu 3,蒋 Jiang 2,邵 Shao 2'
)
  .split(',')
  .map((entry) => {
    const [sign, sound, weight] = entry.split(' ') as [string, string, string]
    return [sign, sound, Number(weight)]
  })

const men = {
  first: signs(
    '建 jian,志 zhi,国 guo,永 yong,海 hai,明 ming,文 wen,学 xue,立 li,正 zheng,长 chang,成 cheng,春 chun,德 de,广 guang,家 jia,金 jin,克 ke,庆 qing,守 shou,树 shu,卫 wei,新 xin,兆 zhao,中 zhong,加 jia,保 bao,以 yi,洪 hong,玉 yu',
  ),
  second: signs(
    '军 jun,华 hua,国 guo,明 ming,平 ping,强 qiang,林 lin,生 sheng,兵 bing,波 bo,东 dong,峰 feng,刚 gang,宏 hong,健 jian,亮 liang,龙 long,民 min,涛 tao,勇 yong,祥 xiang,武 wu,飞 fei,松 song,忠 zhong,成 cheng,春 chun,奎 kui,洲 zhou,彬 bin',
  ),
}

const women = {
  first: signs('秀 xiu,桂 gui,玉 yu,丽 li,晓 xiao,海 hai,春 chun,红 hong,爱 ai,文 wen,月 yue,雪 xue,小 xiao,素 su,凤 feng,美 mei'),
  second: signs(
    '梅 mei,兰 lan,英 ying,芳 fang,霞 xia,玲 ling,娟 juan,燕 yan,萍 ping,红 hong,云 yun,静 jing,艳 yan,琴 qin,莉 li,华 hua,敏 min,洁 jie',
  ),
}

function signs(list: string): Sign[] {
  return list.split(',').map((entry) => entry.split(' ') as Sign)
}
