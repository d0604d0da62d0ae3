import type { Sentences } from '../gate.ts'

/** Of what stands beside it: other ledgers, and its papers. */
export const beside: Sentences = {
  // Beside other ledgers.
  'a part that nothing creates': ['没有哪本台账会建它的事项。', 'No ledger creates items of it.'],
  '{} has no such field': ['台账“{0}”没有这个字段。', 'The ledger “{0}” has no such field.'],
  '{} has no field {}': ['台账“{0}”没有“{1}”这个字段。', 'The ledger “{0}” has no field “{1}”.'],
  '{} has no field {} for them': ['台账“{0}”没有“{1}”这个字段。', 'The ledger “{0}” has no field “{1}” for them.'],
  '{} has no state {}': ['台账“{0}”没有“{1}”这个状态。', 'The ledger “{0}” has no state “{1}”.'],
  '{}: {} has no such field': ['“{0}”：台账“{1}”没有这个字段。', '“{0}”: the ledger “{1}” has no such field.'],
  '{}: its records belong to no other': ['“{0}”：它的事项不属于别的事项。', '“{0}”: its items belong to no other.'],
  'required field of {} not filled: {}': ['台账“{0}”必填的“{1}”没有带上。', 'The required field “{1}” of the ledger “{0}” is not filled.'],
  'words fill a text alone': ['带文字的写法只能用在文本字段上。', 'Words can fill a text field alone.'],
  'words of up to {} characters do not fit into {}': [
    '带上文字最多有 {0} 个字，这个字段只能写 {1} 个字。',
    'These words come to {0} characters at most, and the field takes {1}.',
  ],
  'a county-level child created in a township': ['县级的事项不能建在乡镇。', 'An item of the county cannot be created in a township.'],
  'a township-level child needs a township': ['乡镇的事项要写明是哪个乡镇。', 'An item of a township needs a township.'],
  'waits for {}, which nothing here creates': [
    '在等“{0}”的事项，可这里没有哪一步会建它。',
    'It waits for items of “{0}”, which nothing here creates.',
  ],
  '{} never joins it': ['“{0}”的事项不会并进来。', 'Items of “{0}” never join it.'],
  'its records would bring forth their own kind for ever': [
    '它的事项会一直生出同样的事项。',
    'Its items would bring forth their own kind for ever.',
  ],
  '{} is born in {}, where nobody owes the next step': [
    '“{0}”一建好就在“{1}”，那里没有人有待办。',
    'Items of “{0}” begin in “{1}”, where nobody owes the next step.',
  ],
  'nothing stands at {} for them': ['“{0}”那里没有内容可取。', 'Nothing stands at “{0}” for them.'],
  // Papers.
  'an office’s year has no state and no condition': [
    '单位全年的文书没有状态和条件。',
    'The paper of an office’s year has no state and no condition.',
  ],
  'parts a list only': ['只有清单能分开写。', 'Only a list can be parted.'],
  'an office’s year is parted by township': ['单位全年的文书只能按乡镇分。', 'The paper of an office’s year is parted by township.'],
  'a paper without a heading': ['文书还没有标题。', 'The paper has no heading.'],
  'an empty paper: it says nothing of a record': ['文书是空的：没有写事项的内容。', 'The paper is empty: it says nothing of an item.'],
  'a list has no record to judge': ['清单里没有单独一件事项可以判断。', 'A list has no single item to judge.'],
  'tells of one record, in a list': [
    '这一块写的是单独一件事项，不能放在清单里。',
    'This block tells of one item and cannot stand in a list.',
  ],
  'tells of no ledger: it belongs in a section': [
    '这一块没有写明台账，请放进分节里。',
    'This block tells of no ledger; it belongs in a section.',
  ],
  'tells of many records, in a paper of one': [
    '这一块写的是多件事项，不能放在单件的文书里。',
    'This block tells of many items and cannot stand in a paper of one.',
  ],
  'no choice': ['这里要写选择字段。', 'Name a choice field here.'],
  'figures of nothing': ['统计还没有写数什么。', 'The figures count nothing.'],
  'no office, no deputies and no choice': ['这里要写单位、代表或选择字段。', 'Name a field of offices, deputies or choices here.'],
  'names nobody in a list': ['这里要写能列多人的字段。', 'Name a field that lists people or offices here.'],
  'no options to tick': ['这里要写有选项的字段。', 'Name a field with options to tick here.'],
  'either rows or children': ['小表的行和下级事项只写一个。', 'Give either rows or children.'],
  'a section tells of other ledgers, and a list of its own': [
    '分节写别的台账，清单写本台账。',
    'A section tells of other ledgers, a list of its own.',
  ],
  'belongs in a paper of one record, alone': ['这一块要单独放在单件的文书里。', 'This belongs in a paper of one item, alone.'],
  'names no records: match says which': ['没有写明取哪些事项，请写明怎样对应。', 'It names no items; say which ones match.'],
  '{} is of one record, in a list': ['“{0}”是单独一件事项的内容，不能放在清单里。', '“{0}” is of one item and cannot stand in a list.'],
  'no is given by a register, and none is named': ['文号由登记簿给出，请写明登记簿。', 'The number is given by a register; name one.'],
}
