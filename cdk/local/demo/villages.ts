/** The 238 villages and communities of the county, by township, under their real names. */
export const villages: Record<string, string[]> = {
  xinan: split(
    '公兴村 硕项村 渔场村 尹湖村 大胜村 刘园村 袁闸村 新东村 管庄村 武障河村 武庄村 小庙村 大庙村 郝圩村 于圩村 闸北村 小园村 大户村 东王村 宋集村 苏口村 陈庄村 大吴村 相庄村 龙沟村',
  ),
  duigougang: split(
    '堆沟村 刘集村 东腰村 黄姚村 董沟村 九队村 刘庄村 四圩村 八尺村 王庄村 八队村 头队村 小港村 二队村 三队村 四队村 长流村 六队村 七队村 腰庄村 东南村 大塔村 浦三村 小塔村 许圩村 平桥村 新北村',
  ),
  tianlou: split(
    '大堰村 头图村 二图村 新盘村 西盘村 东盘村 林丰村 合浦村 三庄村 茂兴村 长茂村 大兴村 耿冯村 田楼村 佑兴村 合兴村 六圩村 路北村 七圩村 振东村 浦二庄村 李二圩村 浦东村 小海村 大莽牛村',
  ),
  beichenji: split('王口村 尹荡村 上淋村 安淋村 沂南村 海防村 港咀村 官沟村 八庄村 大有村 三友村 棋杆村 邵庄村 杨圩村'),
  zhangdian: split('二里村 侯洼村 腰庄村 宋圩村 二庄村 马台村 小圈村 龙兴村 王庄村 老沟村 孟庄村 南闸村'),
  sankou: split(
    '三口村 康渡村 三合村 窑河村 成湾村 潘老庄村 前圩村 汪圩村 长兴村 小北村 新河村 南华村 小南村 后河村 复兴村 大港村 刘码村 何庄村',
  ),
  mengxingzhuang: split(
    '沈庄村 板沟村 连三村 白皂村 韩李村 李埠村 六湖村 孟兴庄村 东韩村 颜马村 倪场村 西南村 余兴村 严垛村 老垛村 四兴村 大丰村 头庄村 二庄村 大和村',
  ),
  tanggou: split('葛集村 大同村 沟东村 连五村 下窑村 金星村 支沟村 汤沟村'),
  bailu: split(
    '沿塘村 杨塘村 宋庄村 朱头庄村 项圩村 曹吴庄村 尚庄村 周彭村 杨桥村 嵇桥村 高湖村 桥东村 盆窑村 大南村 百禄村 高港村 周响村 屈东村 屈西村 窑湾村 大新村 川新村 南房村 杨罗村',
  ),
  xinji: split(
    '街东村 季圩村 塘河村 梨园村 大园村 唐庄村 徐老庄村 菊花村 兴庄村 新南村 大前村 花园村 清泉村 孙庄村 夏庄村 温庄村 莞渎村 陈刘村 金圩村 周庄村 孙湾村 北洋村 碾房村 陡湾村 果林村',
  ),
  lijiji: split(
    '合兴村 渔涝村 小垛村 徐庄村 和兴村 兴杨村 大杨村 万圩村 中心村 八间房村 老圩村 六塘村 同兴村 张庄村 二圩村 佑东村 久安村 东条河村 新民村',
  ),
}

export const communities: Record<string, string[]> = {
  xinan: split('镇中社区 镇东社区 人民社区 镇郊社区 镇北社区 曹庄社区 镇西社区 于营社区'),
  duigougang: split('兴港社区 大咀社区 十队社区 五队社区'),
  tianlou: split('三兴社区'),
  beichenji: split('陈集社区'),
  zhangdian: split('张店社区'),
  sankou: split('三口社区 大北社区 张湾社区'),
  mengxingzhuang: split(''),
  tanggou: split(''),
  bailu: split(''),
  xinji: split('新集社区'),
  lijiji: split('朱圩社区 李集社区'),
}

function split(names: string): string[] {
  return names.split(' ').filter(Boolean)
}
