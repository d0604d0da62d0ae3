/** Pairs of traditional and simplified characters, those that titles, names and places of a county are written with. */
const pairs =
  '東东車车門门問问間间關关開开見见現现規规視视觀观電电話话語语說说請请議议設设計计記记許许論论證证評评試试該该詳详認认訊讯訓训識识譯译護护讀读變变讓让負负財财貢贡貧贫貨货責责貴贵買买費费貿贸賀贺賓宾賞赏賠赔賢贤賣卖質质購购贈赠贊赞軌轨軍军軟软較较載载輔辅輕轻輛辆輝辉輪轮輸输轄辖轉转辦办農农連连進进運运過过達达違违遠远適适選选遲迟遷迁還还邊边鄉乡鄰邻鄭郑醫医釋释裡里裏里針针鐵铁鎮镇錢钱銀银鋪铺鋼钢錄录鐘钟長长閉闭閒闲閱阅闊阔隊队陽阳陰阴陳陈陸陆階阶際际隨随險险隱隐雖虽雙双雜杂雞鸡離离難难雲云靈灵靜静項项順顺須须預预領领頭头頻频題题額额顏颜願愿類类顧顾顯显風风飛飞飯饭飲饮館馆養养餘余馬马駐驻駕驾騎骑驗验驚惊體体髮发發发魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦黃黄點点黨党齊齐齒齿龍龙個个倉仓們们倫伦偉伟側侧偵侦傑杰備备傳传債债傷伤僅仅價价儀仪億亿優优儲储兒儿內内兩两冊册凍冻別别剛刚創创劃划劇剧劉刘劍剑動动務务勝胜勞劳勢势勵励勸劝區区協协單单衛卫卻却廠厂厲厉參参叢丛吳吴員员喪丧喬乔嚴严園园圍围國国圖图團团圓圆場场塊块報报塵尘墊垫墳坟壓压壞坏壯壮聲声壽寿夠够夢梦奪夺奮奋婦妇媽妈孫孙學学寧宁寫写審审寬宽實实對对專专尋寻導导將将爾尔屆届屬属層层岡冈島岛峽峡嶺岭幣币帥帅師师帳帐帶带幫帮幹干庫库廁厕廢废廣广廳厅張张強强彈弹彎弯彙汇後后徑径從从復复徵征徹彻恆恒悅悦慶庆憂忧憑凭憶忆應应懷怀懸悬戀恋戰战戲戏戶户拋抛捨舍掃扫揚扬換换揮挥損损搖摇搶抢撥拨擁拥擇择擊击擋挡擔担據据擠挤擬拟擴扩擺摆攝摄敗败敵敌數数斷断於于時时晉晋曆历歷历會会條条棗枣業业極极構构槍枪標标樓楼樣样樹树橋桥機机檔档檢检櫃柜權权歐欧歡欢歲岁歸归殘残殺杀殼壳毀毁氣气決决沒没況况淚泪淨净淺浅測测渾浑湊凑湯汤溝沟溫温滅灭滿满漁渔漢汉漲涨漸渐潔洁潤润澤泽濕湿濟济濱滨灣湾灘滩災灾為为烏乌無无煉炼煙烟煩烦熱热燈灯燒烧燙烫營营爐炉爭争爺爷牆墙牽牵狀状猶犹獨独獎奖獲获獻献瑪玛環环產产畝亩畢毕畫画異异當当療疗盜盗盡尽監监盤盘眾众碼码確确磚砖礎础礙碍礦矿祿禄禍祸禮礼種种稱称穀谷積积穩稳窮穷競竞筆笔節节範范築筑簡简簽签籃篮籌筹糧粮糾纠紀纪約约紅红納纳純纯紙纸級级紛纷細细終终組组結结絕绝絡络給给統统絲丝經经綜综綠绿維维網网緊紧線线緣缘編编練练緩缓縣县縮缩總总績绩織织繞绕繪绘繳缴繼继續续罰罚罷罢羅罗義义習习聖圣聞闻聯联職职聽听肅肃脅胁腦脑腳脚膚肤臉脸臨临臺台與与興兴舉举舊旧艦舰艱艰莊庄華华萬万葉叶蒼苍蓋盖蔣蒋薦荐藍蓝藝艺藥药蘇苏蘭兰處处虛虚號号蟲虫術术衝冲補补裝装製制複复襲袭覽览覺觉觸触訂订訪访診诊詞词詢询誠诚誤误課课調调談谈諾诺謀谋謝谢講讲謹谨譜谱豐丰貪贪賬账趙赵趕赶躍跃蹤踪軸轴輩辈遺遗鄧邓釘钉銅铜銷销鋒锋錯错鏈链鏡镜鑒鉴鑰钥閘闸闡阐闢辟陝陕韓韩響响頁页頂顶頒颁頓顿顆颗飽饱餅饼駛驶騙骗鬆松鬥斗鬧闹鴨鸭鵝鹅麵面'
const table = () => new Map([...pairs].flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? sign] as const] : [])))

/** Signs that people type one way or another or not at all: blanks, marks without width, quotes and brackets of every kind. */
const dropped = /[\s\u00ad\u200b-\u200f\u2060\ufeff'"`´‘’‚‛“”„‟「」『』«»‹›《》〈〉()[\]{}【】〔〕〖〗]/gu
/** The table and the segmenter are made when first asked for: most starts of a process compare no words. */
let simple: Map<string, string> | undefined
let traditional: RegExp | undefined
let graphemes: Intl.Segmenter | undefined

/** A text as searches compare it: width, case, traditional characters, quotes, brackets, blanks and what cannot be seen make no difference. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(dropped, '')
  simple ??= table()
  traditional ??= new RegExp(`[${[...simple.keys()].join('')}]`, 'gu')
  return plain.replace(traditional, (sign) => simple?.get(sign) ?? sign)
}

/** The words of a search, folded; every one must occur. */
export function words(q: string): string[] {
  return q
    .split(/[\s\u3000]+/)
    .map(fold)
    .filter((word) => word !== '')
}

/** Where words of a search stand in a text, first to last, none over another: from (included) and to (not included), in UTF-16 units. */
export function foundIn(text: string, q: string): { from: number; to: number }[] {
  const { signs, places } = folded(text)
  const plain = signs.join('')
  const starts = [0]
  for (const sign of signs) starts.push((starts.at(-1) ?? 0) + sign.length)
  const hits = words(q).flatMap((word) => {
    const found: { from: number; to: number }[] = []
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const [first, last] = [starts.findLastIndex((start) => start <= at), starts.findLastIndex((start) => start < at + word.length)]
      const [from, to] = [places[first]?.from, places[last]?.to]
      if (from !== undefined && to !== undefined) found.push({ from, to })
    }
    return found
  })
  const apart: { from: number; to: number }[] = []
  for (const hit of hits.sort((a, b) => a.from - b.from || b.to - a.to)) if (hit.from >= (apart.at(-1)?.to ?? 0)) apart.push(hit)
  return apart
}

/** Each sign that counts, folded, with its place in the text. */
function folded(text: string): { signs: string[]; places: { from: number; to: number }[] } {
  const signs: string[] = []
  const places: { from: number; to: number }[] = []
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  for (const { segment, index } of graphemes.segment(text)) {
    const plain = fold(segment)
    if (plain === '') continue
    signs.push(plain)
    places.push({ from: index, to: index + segment.length })
  }
  return { signs, places }
}
