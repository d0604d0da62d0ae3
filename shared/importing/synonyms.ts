/** What registers call the same thing; a field that bears one of these names is known by the others too. */
const groups = [
  ['标题', '题目', '案由', '事由', '名称', '事项名称', '主题', '标题(案由)', '题目(案由)'],
  ['内容', '正文', '主要内容', '具体内容', '内容摘要', '详细内容'],
  ['领衔代表', '领衔代表姓名', '领衔人', '提出人', '提案人', '提出代表', '建议人', '代表姓名', '代表', '提出者'],
  ['附议代表', '附议人', '联名代表', '联名人', '联名', '附议', '共同提出人', '附议代表姓名', '联名代表姓名'],
  ['主办单位', '承办单位', '办理单位', '责任单位', '牵头单位', '主办', '主承办单位', '主要承办单位'],
  ['协办单位', '会办单位', '配合单位', '协办', '会办', '协同单位', '协同办理单位'],
  ['交办日期', '交办日', '转办日期', '交办', '下达日期', '移交日期'],
  [
    '期限',
    '答复期限',
    '办结期限',
    '办理期限',
    '完成期限',
    '整改期限',
    '落实期限',
    '回复期限',
    '办复期限',
    '截止日期',
    '办理截止日期',
    '答复截止日期',
    '限办日期',
    '要求结办日期',
    '要求办结日期',
    '要求答复日期',
    '要求完成日期',
    '应办结日期',
    '应答复日期',
    '应完成日期',
    '最迟答复日期',
    '规定办结日期',
    '规定答复日期',
    '规定完成日期',
    '规定期限',
    '应办复日期',
    '应回复日期',
    '要求办复日期',
    '要求回复日期',
    '要求反馈日期',
    '限时办结日期',
    '反馈期限',
    '要求办结',
    '要求答复',
    '到期日期',
  ],
  ['答复日期', '办复日期', '回复日期', '答复日'],
  ['答复内容', '答复意见', '回复内容', '办复内容', '书面答复'],
  ['结果', '办理结果', '办结结果', '答复类别', '办理类别', '结果分类'],
  ['满意度', '满意程度', '代表满意度', '满意情况', '满意度评价', '代表评价', '代表满意程度'],
  ['类别', '分类', '类型', '所属类别', '内容分类'],
] as const

const pairs = [
  ['日期', '时间'],
  ['单位', '部门'],
  ['期限', '时限'],
  ['期限', '限期'],
] as const

/** The other names of the group that a heading belongs to. */
export function alike(heading: string): string[] {
  return groups
    .filter((group) => group.some((name) => name === heading))
    .flatMap((group) => group.flatMap((name) => [name, ...swapped(name)]))
}

/** A heading with its last word said otherwise: 交办日期, 交办时间. */
export function swapped(heading: string): string[] {
  return pairs.flatMap(([a, b]) =>
    heading.endsWith(a) ? [heading.slice(0, -a.length) + b] : heading.endsWith(b) ? [heading.slice(0, -b.length) + a] : [],
  )
}

/** True for a heading that speaks of the day by which something must be done. */
export function soundsLikeDeadline(heading: string): boolean {
  if (/实际|实办|(情况|内容|结果|意见|单位|方式|事项|措施|人员?|程度|进度)$/.test(heading)) return false
  return (
    /(应|要求|规定|约定|限定|须|计划|预计)(结办|办结|完成|答复|办复|回复|反馈|整改|落实)/.test(heading) ||
    /期限|时限|限期|限时|限办|截止|截至|到期|最迟|最晚|之前完成|前完成|前办结|前答复/.test(heading) ||
    /(应|要求|计划|拟|预计|预定|规定|约定).*(日期|时间|日|之前)$/.test(heading) ||
    /(结办|办结|完成|办复|整改|落实)(日期|时间)$/.test(heading) ||
    /deadline|due(date|on|by|day)?$|(reply|finish|complete|answer)(d)?by$|targetdate|expir/.test(heading)
  )
}
